package dev.mulligan;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.budget.BudgetReport;
import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.retry.nested.AgentEngine;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The shared state of all {@link Retry} objects of an application: notification channels, log,
 * statistics and, if there is one, the retry budget. One instance per application is enough.
 * Thread-safe.
 */
public final class Mulligan implements AutoCloseable {

  private final RetryEngine engine;
  private final NotificationService notifications;

  /**
   * Whether a budget, an open incident or a statistic needs to count calls that succeed at once.
   */
  private volatile boolean countsSuccesses;

  Mulligan(RetryEngine engine, NotificationService notifications) {
    this.engine = engine;
    this.notifications = notifications;
    engine.settings().protection(StormProtection.WITHOUT_BUDGET);
    engine.settings().other(new AgentEngine());
    engine.settings().successCounting(wanted -> countsSuccesses = wanted);
  }

  /** Holder idiom: the initialisation of this class builds the instance at its first use. */
  private static final class Shared {
    private static final Mulligan INSTANCE = builder().build();
  }

  /**
   * Returns the default instance. It reads its channels from the {@code NOTIFICATION_…} environment
   * variables and logs to {@link System.Logger} {@code dev.mulligan}. Built at the first use.
   */
  public static Mulligan shared() {
    return Shared.INSTANCE;
  }

  /** Returns a builder for an instance with its own channels. */
  public static MulliganBuilder builder() {
    return new MulliganBuilder();
  }

  /**
   * Queues a notification and returns at once; see {@link NotificationService#submit}. After {@link
   * #close} nothing is sent.
   */
  public void notify(Notification notification) {
    notifications.submit(notification);
  }

  /**
   * Returns the statistics of every operation that had a failure, and of all other operations too
   * if {@link MulliganBuilder#countCalls} is set.
   */
  public Map<Operation, RetryStatistics.Snapshot> statistics() {
    return engine.statistics().snapshots();
  }

  /**
   * Returns the state of the retry budget that {@link MulliganBuilder#budget} sets: the tokens that
   * are left, whether it is spent, and how many retries it has held back. Empty if there is none.
   */
  public Optional<BudgetReport> budget() {
    return engine.budgets().reports().stream().findFirst();
  }

  /**
   * Ends all back-offs at once. Waiting calls end with their own last exceptions, and no call is
   * retried any more. Sends the queued notifications, for at most the shutdown time-out of the
   * settings (2 seconds by default).
   */
  @Override
  public void close() {
    engine.close();
    notifications.close();
  }

  /**
   * Closes as {@link #close()} does, with another time limit.
   *
   * @param limit the time for sending notifications; cleaning up may add one second
   * @return the number of notifications that could not be sent
   */
  public int close(Duration limit) {
    engine.close();
    return notifications.close(limit);
  }

  RetryEngine engine() {
    return engine;
  }

  boolean countsSuccesses() {
    return countsSuccesses;
  }
}
