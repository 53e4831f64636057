package dev.mulligan.retry;

import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.retry.budget.SuccessWatch;
import dev.mulligan.retry.failure.EarlierFailure;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.strategy.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Open incidents: operations whose failure was notified, by this process or an earlier one, until
 * one of their calls succeeds. Each task of an operation has its own incident.
 */
final class OpenFailures {

  /**
   * Longer than a day, to cover daily jobs. An incident without a failure or success for that long
   * expires.
   */
  private static final long FORGOTTEN_AFTER = TimeUnit.HOURS.toNanos(25);

  private static final long REMOVAL_INTERVAL = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier ticker;
  private final FailureListener listener;
  private final SuccessWatch watch;
  private final RetryLog log;

  /** Limits the memory if task names never repeat. */
  private static final int TASKS_KEPT = 1_000;

  private static final int OPERATIONS_NOTED = 10_000;

  private static final String UNKNOWN = "";

  /** The time of the last notified failure, by task name. */
  private final Map<Operation, Map<String, Long>> open = new ConcurrentHashMap<>();

  /**
   * The tasks that succeeded, by operation, while it is not known yet what an earlier process left
   * open; null when it is known.
   */
  private volatile @Nullable Map<Operation, Set<String>> noted;

  private volatile long nextRemoval;

  OpenFailures(LongSupplier ticker, FailureListener listener, SuccessWatch watch, RetryLog log) {
    this.ticker = ticker;
    this.listener = listener;
    this.watch = watch;
    this.log = log;
  }

  /** Opens an incident after a failure was notified. */
  void opened(Operation operation, TaskIdentity task) {
    open.compute(operation, (any, tasks) -> with(name(task), tasks));
    updateWatch();
  }

  /** Notes all successes until {@link #known}. */
  void expect() {
    noted = new ConcurrentHashMap<>();
    updateWatch();
  }

  /** Opens what an earlier process left open, and closes at once what has succeeded meanwhile. */
  void known(List<EarlierFailure> earlier) {
    for (EarlierFailure failure : earlier) {
      opened(failure.operation(), failure.task());
    }
    Map<Operation, Set<String>> succeeded = noted;
    noted = null;
    if (succeeded != null) {
      for (Map.Entry<Operation, Set<String>> operation : succeeded.entrySet()) {
        for (String task : operation.getValue()) {
          succeeded(operation.getKey(), named(task));
        }
      }
    }
    updateWatch();
  }

  private static void note(
      Operation operation, TaskIdentity task, Map<Operation, Set<String>> successes) {
    if (successes.size() < OPERATIONS_NOTED) {
      Set<String> tasks =
          successes.computeIfAbsent(operation, any -> ConcurrentHashMap.newKeySet());
      if (tasks.size() < TASKS_KEPT) {
        tasks.add(name(task));
      }
    }
  }

  private static TaskIdentity named(String task) {
    return task.isEmpty()
        ? TaskIdentity.UNKNOWN
        : new TaskIdentity(Optional.of(task), Optional.empty());
  }

  private Map<String, Long> with(String task, @Nullable Map<String, Long> tasks) {
    Map<String, Long> more = tasks == null ? new ConcurrentHashMap<>() : tasks;
    if (more.size() < TASKS_KEPT || more.containsKey(task)) {
      more.put(task, ticker.getAsLong());
    }
    return more;
  }

  /** Records another failure of an open incident; the usual case costs one look-up. */
  void failedAgain(Operation operation, TaskIdentity task) {
    Map<String, Long> tasks = open.get(operation);
    if (tasks == null || !tasks.containsKey(name(task))) {
      opened(operation, task);
    }
  }

  /** Whether the operation has an open incident that a success would close, or may have one. */
  boolean isOpen(Operation operation) {
    if (noted != null) {
      return true;
    }
    if (open.isEmpty()) {
      return false;
    }
    removeExpired();
    return open.containsKey(operation);
  }

  /**
   * Closes the incident of a task whose call succeeded.
   *
   * @param task if unknown, the incidents of all tasks of the operation are closed
   */
  void succeeded(Operation operation, TaskIdentity task) {
    Map<Operation, Set<String>> successes = noted;
    if (successes != null) {
      note(operation, task, successes);
    }
    Map<String, Long> before = open.get(operation);
    if (before == null || !ends(task, before)) {
      return;
    }
    open.computeIfPresent(operation, (any, tasks) -> without(task, tasks));
    updateWatch();
    reportRecovery(operation, task);
  }

  private static boolean ends(TaskIdentity task, Map<String, Long> tasks) {
    return task.name().isEmpty()
        || tasks.containsKey(task.name().get())
        || tasks.containsKey(UNKNOWN);
  }

  private static @Nullable Map<String, Long> without(TaskIdentity task, Map<String, Long> tasks) {
    if (task.name().isPresent()) {
      tasks.remove(UNKNOWN);
      tasks.remove(task.name().get());
    }
    return task.name().isEmpty() || tasks.isEmpty() ? null : tasks;
  }

  private static String name(TaskIdentity task) {
    return task.name().orElse(UNKNOWN);
  }

  private void reportRecovery(Operation operation, TaskIdentity task) {
    try {
      listener.recovered(operation, task);
    } catch (Throwable own) {
      log.ownFailure(operation, own);
    }
  }

  /**
   * Removes expired incidents. Otherwise an operation that is never called again would keep the
   * counting of all successes on for ever.
   */
  private void removeExpired() {
    long now = ticker.getAsLong();
    if (now - nextRemoval >= 0) {
      nextRemoval = now + REMOVAL_INTERVAL;
      for (Operation operation : open.keySet()) {
        open.computeIfPresent(operation, (any, tasks) -> younger(tasks, now));
      }
      updateWatch();
    }
  }

  private static @Nullable Map<String, Long> younger(Map<String, Long> tasks, long now) {
    tasks.values().removeIf(since -> now - since > FORGOTTEN_AFTER);
    return tasks.isEmpty() ? null : tasks;
  }

  /** Synchronized, so that the watch receives the latest state last. */
  private synchronized void updateWatch() {
    watch.incidents(!open.isEmpty() || noted != null);
  }
}
