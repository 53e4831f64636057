package dev.mulligan.agent;

import dev.mulligan.guard.Fallback;
import dev.mulligan.log.Log;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Consequence;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.delivery.ChannelHealth;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.notify.delivery.NotificationSettings;
import dev.mulligan.retry.FailedCall;
import dev.mulligan.retry.FailureListener;
import dev.mulligan.retry.FailureNotice;
import dev.mulligan.retry.Operation;
import dev.mulligan.retry.RetryRate;
import dev.mulligan.retry.RetryRateNotice;
import dev.mulligan.rules.Rule;
import dev.mulligan.rules.RuleFile;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a call that failed for good into a notification. The service is made when first needed. */
final class FailureNotifier implements FailureListener {

  private final Log log;
  private final Fingerprints fingerprints = new Fingerprints();
  private NotificationSettings settings;
  private volatile Set<String> withFallback;
  private volatile @Nullable NotificationService service;

  FailureNotifier(RuleFile rules, Log log) {
    settings = rules.notifications();
    withFallback = withFallback(rules);
    this.log = log;
  }

  /**
   * What an earlier process left in the outbox is sent without waiting for a failure.
   *
   * @return whether there is an outbox, and so something to end
   */
  boolean begin() {
    boolean hasOutbox = settings.delivery().outbox().isPresent();
    if (hasOutbox) {
      service();
    }
    return hasOutbox;
  }

  synchronized void use(RuleFile newRules) {
    settings = newRules.notifications();
    withFallback = withFallback(newRules);
    NotificationService made = service;
    if (made != null) {
      made.reconfigure(settings);
    } else {
      begin();
    }
  }

  private static Set<String> withFallback(RuleFile rules) {
    Set<String> names = new HashSet<>();
    for (Rule rule : rules.rules()) {
      if (!(rule.guardsAtWork().fallback() instanceof Fallback.None)) {
        names.add(rule.name());
      }
    }
    return names;
  }

  @Override
  public boolean countsRepeat(Operation operation, TaskIdentity task, Object failure) {
    NotificationService made = service;
    return made != null && made.countsRepeat(fingerprints.of(operation, kind(failure), task));
  }

  @Override
  public boolean failed(FailedCall call) {
    service().submit(FailureNotice.of(call, consequence(call)));
    return true;
  }

  @Override
  public void retriedOften(Operation operation, double rate, RetryRate threshold) {
    service().submit(RetryRateNotice.of(operation, rate, threshold));
  }

  @Override
  public void recovered(Operation operation, TaskIdentity task) {
    service().recovered(operation.rule(), operation.name(), task);
  }

  List<ChannelHealth> health() {
    return service().health();
  }

  /**
   * Sends what is queued, within the time given.
   *
   * @return how many notifications could not be sent
   */
  synchronized int close(Duration limit) {
    NotificationService made = service;
    return made == null ? 0 : made.close(limit);
  }

  NotificationService service() {
    NotificationService made = service;
    return made == null ? make() : made;
  }

  private synchronized NotificationService make() {
    NotificationService made = service;
    if (made == null) {
      made = new NotificationService(settings, System.getenv(), log);
      service = made;
    }
    return made;
  }

  private Consequence consequence(FailedCall call) {
    if (withFallback.contains(call.operation().rule())) {
      return Consequence.FALLBACK;
    }
    return call.lastException().isPresent() ? Consequence.EXCEPTION : Consequence.RESULT;
  }

  private static String kind(Object failure) {
    return failure instanceof Throwable ? failure.getClass().getName() : CallReport.RESULT;
  }
}
