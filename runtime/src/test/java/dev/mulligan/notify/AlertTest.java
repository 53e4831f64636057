package dev.mulligan.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTest {

  @Test
  void ofAMetricSaysHowFarItIsOff() {
    Alert alert = Alert.performance("p99", 812.50, 500, "ms", Map.of("route", "/pay"));

    assertThat(alert.headline()).isEqualTo("p99 is 812.5 ms");
    assertThat(alert.message()).isEqualTo("p99 is 812.5 ms; its threshold is 500 ms.");
    assertThat(alert.fields())
        .containsEntry("current_value", "812.5")
        .containsEntry("threshold", "500")
        .containsEntry("route", "/pay");
  }

  @Test
  void ofAWebhookHidesWhatMayBeSecretInItsAddress() {
    Alert alert =
        Alert.webhookFailure("https://u:p@hooks.acme.com:8443/T/s3cr3t?k=v", 5, "HTTP 500");

    assertThat(alert.toString()).doesNotContain("s3cr3t", "u:p", "k=v");
    assertThat(alert.fields()).containsEntry("url", "https://hooks.acme.com:8443");
    assertThat(alert.message()).contains("after 5 attempts");
    assertThat(Alert.webhookFailure("::", 1, "x").fields()).containsEntry("url", "a webhook");
  }

  @Test
  void isTheSameTroubleWhateverItsMessage() {
    Notification one = task("nightly", "1", "disk full");

    assertThat(task("nightly", "2", "no route").fingerprint()).isEqualTo(one.fingerprint());
    assertThat(task("hourly", "1", "disk full").fingerprint()).isNotEqualTo(one.fingerprint());
    assertThat(one.fingerprint()).matches("[0-9a-f]{32}");
    assertThat(one.resolved(Instant.EPOCH, 3).fingerprint()).isEqualTo(one.fingerprint());
    assertThat(one.mapTexts(text -> "?", (key, value) -> "?").fingerprint())
        .isEqualTo(one.fingerprint());
  }

  @Test
  void isAsUrgentAsItsTypeUnlessAnotherSeverityIsNamed() {
    Notification task = task("nightly", "1", "disk full");

    assertThat(task.urgency()).isEqualTo(Urgency.ERROR);
    assertThat(task.withSeverity(NotificationSeverity.FAILURE).urgency())
        .isEqualTo(Urgency.CRITICAL);
    assertThat(task.withSeverity(NotificationSeverity.INFO).urgency()).isEqualTo(Urgency.INFO);
  }

  @Test
  void isASuccessOnceItIsOverAndStillKnowsHowUrgentItWas() {
    Notification over =
        task("nightly", "1", "disk full")
            .withSeverity(NotificationSeverity.FAILURE)
            .resolved(Instant.EPOCH, 1);

    assertThat(over.severity()).isEqualTo(NotificationSeverity.SUCCESS);
    assertThat(over.urgency()).isEqualTo(Urgency.INFO);
    assertThat(over.troubleUrgency()).isEqualTo(Urgency.CRITICAL);
  }

  private static Notification task(String name, String id, String error) {
    return Notifications.of(NotificationType.TASK_FAILURE, Alert.taskFailure(name, id, error));
  }
}
