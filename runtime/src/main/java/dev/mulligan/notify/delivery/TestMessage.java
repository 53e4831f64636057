package dev.mulligan.notify.delivery;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import java.util.Map;

/** Builds the message of a channel test; it opens no incident and has the lowest urgency. */
final class TestMessage {

  private TestMessage() {}

  static Notification of(TagSelection tags) {
    Alert alert =
        Alert.success(
            "test of Mulligan's channels", "This is a test. No action is needed.", Map.of());
    return Notification.of(NotificationType.SUCCESS, alert, Map.of(), tags)
        .withSeverity(NotificationSeverity.INFO);
  }
}
