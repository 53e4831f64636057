package dev.mulligan.retry.listener;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.strategy.Operation;
import java.util.Map;

/** Builds the performance alert about an operation that is retried too often. */
public final class RetryRateNotice {

  private RetryRateNotice() {}

  /** Builds the alert, for the channels without tags. */
  public static Notification of(Operation operation, double rate, RetryRate threshold) {
    Alert alert =
        Alert.performance(
            "retry rate of " + operation.name(),
            Math.rint(rate),
            threshold.retries(),
            threshold.unit(),
            Map.of("operation", operation.name(), "rule", operation.rule()));
    return Notification.of(NotificationType.PERFORMANCE, alert, Map.of(), TagSelection.UNTAGGED);
  }
}
