package dev.mulligan.retry;

import dev.mulligan.log.Log;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.retry.inspect.NotHeldException;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.retry.task.TaskSource;
import dev.mulligan.retry.task.TaskText;
import dev.mulligan.retry.wait.BusyThreads;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a call that has ended which task it was. What can't be read is left out, and said once. */
final class TaskReader {

  private final BusyThreads busy;
  private final Log log;

  /**
   * @param busy so that a getter that is woven itself is not retried
   */
  TaskReader(BusyThreads busy, Log log) {
    this.busy = busy;
    this.log = log;
  }

  /**
   * Calls the application's getters; never throws.
   *
   * @param call null where it is not known what the method was called with
   */
  TaskIdentity identify(Strategy strategy, @Nullable CalledWith call) {
    Optional<TaskSource> source = strategy.onFailure().task();
    if (source.isEmpty() || call == null) {
      return TaskIdentity.UNKNOWN;
    }
    busy.enter();
    try {
      return new TaskIdentity(
          filled(strategy, source.get().name(), call), filled(strategy, source.get().id(), call));
    } finally {
      busy.leave();
    }
  }

  private Optional<String> filled(Strategy strategy, List<TaskText> texts, CalledWith call) {
    for (TaskText text : texts) {
      try {
        String filled = text.fill(call);
        if (filled != null) {
          return Optional.of(filled);
        }
      } catch (Throwable e) { // the application's code
        complain(strategy, text, e);
      }
    }
    return Optional.empty();
  }

  private void complain(Strategy strategy, TaskText text, Throwable reason) {
    try {
      log.warnOnce(
          "The task of strategy '"
              + strategy.name()
              + "' could not be read, "
              + text.source()
              + ": "
              + (reason instanceof NotHeldException
                  ? reason.getMessage()
                  : reason.getClass().getName()));
    } catch (Throwable own) {
      // No stack or memory left to say it with.
    }
  }
}
