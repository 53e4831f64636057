package dev.mulligan.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notifications for tests. */
public final class Notifications {

  public static final Instant TIME = Instant.parse("2026-11-05T03:00:00Z");

  private Notifications() {}

  public static Notification critical() {
    return of(failedCharge(), Map.of("service", "payments"));
  }

  public static Notification critical(TagSelection tags) {
    return notification("id-1", failedCharge(), Map.of(), tags);
  }

  public static Notification critical(String id) {
    return notification(id, failedCharge(), Map.of(), TagSelection.UNTAGGED);
  }

  /** One of a time of its own. */
  public static Notification critical(String id, Instant time) {
    Notification usual = critical(id);
    return new Notification(
        id,
        usual.fingerprint(),
        usual.type(),
        usual.severity(),
        usual.state(),
        time,
        usual.event(),
        1,
        usual.context(),
        usual.tags());
  }

  /** One of the incident of an operation. */
  public static Notification critical(String id, String operation) {
    return notification(
        id,
        call(operation, failing("java.io.IOException: HTTP 503").attempts()),
        Map.of(),
        TagSelection.UNTAGGED);
  }

  public static Notification of(CallReport call, Map<String, String> context) {
    return notification("id-1", call, context, TagSelection.UNTAGGED);
  }

  /** One of any type, of a fixed id and time. */
  public static Notification of(NotificationType type, NotificationEvent event) {
    Notification made = Notification.of(type, event, Map.of(), TagSelection.UNTAGGED);
    return new Notification(
        "id-1",
        made.fingerprint(),
        type,
        made.severity(),
        made.state(),
        TIME,
        event,
        1,
        Map.of(),
        TagSelection.UNTAGGED);
  }

  private static Notification notification(
      String id, CallReport call, Map<String, String> context, TagSelection tags) {
    return new Notification(
        id,
        call.fingerprint(),
        NotificationType.CRITICAL,
        NotificationSeverity.FAILURE,
        AlertState.FIRING,
        TIME,
        call,
        1,
        context,
        tags);
  }

  public static CallReport failedCharge() {
    return call(
        "com.acme.PaymentGateway.charge(String, long)",
        List.of(
            new CallReport.Attempt(
                1,
                "java.io.IOException: connection reset",
                Optional.of(Duration.ofMillis(31)),
                Optional.of(Duration.ofMillis(2_500))),
            new CallReport.Attempt(
                2,
                "java.io.IOException: HTTP 503",
                Optional.of(Duration.ofMillis(12)),
                Optional.empty())));
  }

  public static CallReport failing(String failure) {
    return call(
        "com.acme.A.b()",
        List.of(new CallReport.Attempt(1, failure, Optional.empty(), Optional.empty())));
  }

  public static CallReport call(String operation, List<CallReport.Attempt> attempts) {
    return new CallReport(
        "call-7",
        operation,
        "charge",
        "card-payments",
        attempts,
        attempts.size(),
        Duration.ofMillis(2_543),
        "maxRetriesReached",
        "java.io.IOException",
        Consequence.EXCEPTION,
        TaskIdentity.UNKNOWN);
  }
}
