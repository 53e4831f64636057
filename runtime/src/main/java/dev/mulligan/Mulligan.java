package dev.mulligan;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import java.time.Duration;
import java.util.Map;

/**
 * What an application's retries have in common: where notifications go, the log, the budget that
 * keeps retries from making an outage worse, the figures. One for an application; for use by many
 * threads.
 */
public final class Mulligan implements AutoCloseable {

  private final RetryEngine engine;
  private final NotificationService notifications;

  /** Whether calls that succeed at once are of interest to anybody. */
  private volatile boolean wantsSuccesses;

  Mulligan(RetryEngine engine, NotificationService notifications) {
    this.engine = engine;
    this.notifications = notifications;
    engine.settings().successCounting(wanted -> wantsSuccesses = wanted);
  }

  /** Made when it is first needed, by the initialisation of this class. */
  private static final class Shared {
    private static final Mulligan INSTANCE = builder().build();
  }

  /**
   * The one that is used where no other is named: with the channels of the environment's {@code
   * NOTIFICATION_…} variables, and its log in {@link System.Logger} {@code dev.mulligan}. Made when
   * first asked for.
   */
  public static Mulligan shared() {
    return Shared.INSTANCE;
  }

  /** For one with channels of its own. */
  public static MulliganBuilder builder() {
    return new MulliganBuilder();
  }

  /**
   * Sends a notification and returns at once; see {@link NotificationService#submit}. After {@link
   * #close} nothing is sent.
   */
  public void notify(Notification notification) {
    notifications.submit(notification);
  }

  /** The figures of all operations that had a failure, and of others where calls are counted. */
  public Map<Operation, RetryStatistics.Snapshot> statistics() {
    return engine.statistics().snapshots();
  }

  /**
   * Ends all waiting at once: calls end with their own last exceptions, and are not retried any
   * more. Sends what notifications are left, for 5 seconds at most.
   */
  @Override
  public void close() {
    engine.close();
    notifications.close();
  }

  /**
   * The same.
   *
   * @param limit how long notifications may keep the caller waiting, but for a second to clear up
   * @return how many could not be sent
   */
  public int close(Duration limit) {
    engine.close();
    return notifications.close(limit);
  }

  RetryEngine engine() {
    return engine;
  }

  boolean wantsSuccesses() {
    return wantsSuccesses;
  }
}
