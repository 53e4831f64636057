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

/**
 * Reads the task's name and id from a call that has ended. A value that cannot be read is omitted,
 * with one warning.
 */
final class TaskReader {

  private final BusyThreads busy;
  private final Log log;

  /**
   * @param busy keeps a woven getter from being retried
   */
  TaskReader(BusyThreads busy, Log log) {
    this.busy = busy;
    this.log = log;
  }

  /**
   * Calls the application's getters; never throws.
   *
   * @param call null if the arguments are unknown
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
      } catch (Throwable e) { // thrown by the application's code
        logFailure(strategy, text, e);
      }
    }
    return Optional.empty();
  }

  private void logFailure(Strategy strategy, TaskText text, Throwable reason) {
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
      // No stack or memory left for a log line.
    }
  }
}
