package dev.mulligan.agent;

import dev.mulligan.log.Log;
import dev.mulligan.notify.EarlierIncidents;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.report.EarlierReports;
import dev.mulligan.report.FailureReports;
import dev.mulligan.retry.EngineSettings;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.thread.MulliganThread;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates the notification service of the current rule file when it is first needed. */
final class Notifier implements Supplier<NotificationService> {

  /** The part of the time at shutdown for what follows the sending; at most half of it. */
  private static final Duration LAST_STEPS = Duration.ofMillis(250);

  private final Log log;
  private final RulesWithFallback withFallback = new RulesWithFallback();
  private final FailureReports reports;
  private @Nullable EngineSettings engine;
  private volatile NotificationSettings settings;
  private volatile @Nullable NotificationService service;

  Notifier(RuleFile rules, Log log) {
    this.settings = rules.notifications();
    this.log = log;
    withFallback.use(rules);
    reports = new FailureReports(this, withFallback, log);
  }

  /** The listener through which the engine reports failures. */
  FailureListener reports() {
    return reports;
  }

  /** Sets the engine that learns which incidents an earlier process left open. */
  synchronized void engine(EngineSettings newEngine) {
    engine = newEngine;
  }

  /**
   * Starts sending what an earlier process left in the outbox, without waiting for a failure.
   *
   * @return whether there is an outbox, so that {@link #close} is needed
   */
  boolean begin() {
    boolean hasOutbox = settings.delivery().outbox().isPresent();
    if (hasOutbox) {
      get();
    }
    return hasOutbox;
  }

  synchronized void use(RuleFile newRules) {
    settings = newRules.notifications();
    withFallback.use(newRules);
    NotificationService made = service;
    if (made != null) {
      made.reconfigure(settings);
    } else {
      begin();
    }
  }

  /**
   * Sends the queued notifications within the time limit.
   *
   * @return how many notifications could not be sent
   */
  int close(Duration limit) {
    reports.end();
    return closeService(limit);
  }

  private synchronized int closeService(Duration limit) {
    NotificationService made = service;
    return made == null ? 0 : made.close(limit);
  }

  /**
   * Sends the queued notifications before the process ends, for at most the rule file's {@code
   * shutdown-timeout}: whatever a receiver, the network or a disk does, the process then ends.
   */
  void shutDown() {
    if (service == null && !reports.isWaiting()) {
      return;
    }
    Duration limit = settings.delivery().shutdownTimeout();
    Duration half = limit.dividedBy(2);
    Duration sending = limit.minus(half.compareTo(LAST_STEPS) < 0 ? half : LAST_STEPS);
    try {
      Thread closing = MulliganThread.named("shutdown-notify", () -> shutDownNow(sending));
      closing.start();
      closing.join(Math.max(1, limit.toMillis()));
    } catch (OutOfMemoryError noThread) {
      shutDownNow(sending); // bounded by the time for sending, but not against a disk that hangs
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void shutDownNow(Duration sending) {
    reports.end();
    NotificationService made = service;
    if (made != null) {
      made.close(sending);
    }
  }

  @Override
  public NotificationService get() {
    NotificationService made = service;
    return made == null ? make() : made;
  }

  private synchronized NotificationService make() {
    NotificationService made = service;
    if (made == null) {
      made = new NotificationService(settings, System.getenv(), log, earlier());
      service = made;
    }
    return made;
  }

  private EarlierIncidents earlier() {
    EngineSettings known = engine;
    return known == null ? EarlierIncidents.IGNORED : new EarlierReports(known);
  }
}
