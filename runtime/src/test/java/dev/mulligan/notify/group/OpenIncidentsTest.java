package dev.mulligan.notify.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.AlertState;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.TaskIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenIncidentsTest {

  private static final String OPERATION = "com.acme.PaymentGateway.charge(String, long)";

  private final MovableClock clock = new MovableClock();
  private final OpenIncidents incidents = new OpenIncidents(clock);

  @Test
  void isOverWhenTheOperationSucceedsAndStaysSo() {
    Notification failure = Notifications.critical("1");
    incidents.failed(failure);
    incidents.notified(failure);
    incidents.failed(Notifications.critical("2"));
    incidents.notified(failure.standingFor(2));
    assertThat(incidents.succeeded("charge", OPERATION, TaskIdentity.UNKNOWN)).isTrue();

    assertThat(incidents.over()).isEmpty();
    clock.forward(OpenIncidents.QUIET);
    List<Outgoing> over = incidents.over();

    assertThat(over).hasSize(1);
    Notification resolved = over.get(0).notification();
    assertThat(resolved.state()).isEqualTo(AlertState.RESOLVED);
    assertThat(resolved.severity()).isEqualTo(NotificationSeverity.SUCCESS);
    assertThat(resolved.fingerprint()).isEqualTo(failure.fingerprint());
    assertThat(resolved.occurrences()).isEqualTo(3);
    assertThat(resolved.id()).isNotEqualTo(failure.id());
    assertThat(incidents.over()).isEmpty();
  }

  @Test
  void isNotOverWhenItFailsAgainMeanwhile() {
    incidents.failed(Notifications.critical());
    incidents.succeeded("charge", OPERATION, TaskIdentity.UNKNOWN);
    clock.forward(OpenIncidents.QUIET.minusMillis(1));
    incidents.failed(Notifications.critical("2"));
    clock.forward(OpenIncidents.QUIET.multipliedBy(2));

    assertThat(incidents.over()).isEmpty();
    assertThat(incidents.overAtTheEnd()).isEmpty();
  }

  @Test
  void aFailureThatWasOnlyCountedMeansThatItLasts() {
    Notification failure = Notifications.critical();
    incidents.failed(failure);
    incidents.succeeded("charge", OPERATION, TaskIdentity.UNKNOWN);
    clock.forward(OpenIncidents.QUIET);
    incidents.failedAgain(failure.fingerprint(), clock.instant().minusSeconds(3));
    assertThat(incidents.over()).isEmpty();
    assertThat(incidents.isAnyEnding()).isFalse();

    incidents.succeeded("charge", OPERATION, TaskIdentity.UNKNOWN);
    assertThat(incidents.over()).isEmpty();
    assertThat(incidents.isAnyEnding()).isTrue();
    clock.forward(OpenIncidents.QUIET);
    assertThat(incidents.over()).hasSize(1);
  }

  @Test
  void isOverAtOnceWhenTheProcessEnds() {
    incidents.failed(Notifications.critical());
    incidents.succeeded("charge", OPERATION, TaskIdentity.UNKNOWN);

    assertThat(incidents.overAtTheEnd()).hasSize(1);
  }

  @Test
  void concernsItsOwnOperationAndRuleOnly() {
    incidents.failed(Notifications.critical());

    assertThat(incidents.succeeded("charge", "com.acme.Other.call()", TaskIdentity.UNKNOWN))
        .isFalse();
    assertThat(incidents.succeeded("other", OPERATION, TaskIdentity.UNKNOWN)).isFalse();
  }

  @Test
  void resolvesForAllOnceWhenSeveralKindsOfFailureAreOver() {
    incidents.failed(Notifications.critical());
    incidents.failed(Notifications.of(NotificationType.CRITICAL, kind("java.lang.Error")));
    incidents.succeeded("charge", OPERATION, TaskIdentity.UNKNOWN);
    clock.forward(OpenIncidents.QUIET);

    assertThat(incidents.over())
        .extracting(Outgoing::recipients)
        .containsExactly(Recipients.ALL, Recipients.WITH_INCIDENTS);
  }

  @Test
  void isOverWhenAProgramSaysItself() {
    Notification failure =
        Notifications.of(NotificationType.TASK_FAILURE, Alert.taskFailure("nightly", "1", "full"));
    incidents.failed(failure);
    Notification success =
        Notification.of(
            NotificationType.SUCCESS,
            Alert.success("nightly", "Done.", Map.of("rows", "7")),
            Map.of(),
            TagSelection.UNTAGGED);
    List<Outgoing> over = incidents.resolvedBy(success);

    assertThat(over).hasSize(1);
    assertThat(over.get(0).recipients()).isEqualTo(Recipients.WITH_INCIDENTS);
    assertThat(over.get(0).notification().fingerprint()).isEqualTo(failure.fingerprint());
    assertThat(over.get(0).notification().isResolved()).isTrue();
    assertThat(incidents.resolvedBy(success)).isEmpty();
  }

  @Test
  void lastsAsLongAsItFails() {
    incidents.failed(Notifications.critical());
    clock.forward(Duration.ofMinutes(59));
    assertThat(incidents.lasting(Duration.ofHours(1))).hasSize(1);
    clock.forward(Duration.ofMinutes(2));
    assertThat(incidents.lasting(Duration.ofHours(1))).isEmpty();
  }

  @Test
  void areBounded() {
    for (int i = 0; i < 10_001; i++) {
      incidents.failed(
          Notifications.of(NotificationType.TASK_FAILURE, Alert.taskFailure("task" + i, "1", "e")));
    }
    assertThat(incidents.lasting(Duration.ofHours(1))).hasSize(10_000);
  }

  private static CallReport kind(String failureKind) {
    CallReport call = Notifications.failedCharge();
    return new CallReport(
        call.id(),
        call.operation(),
        call.rule(),
        call.strategy(),
        call.attempts(),
        call.attemptCount(),
        call.elapsed(),
        call.endReason(),
        failureKind,
        call.consequence(),
        call.task());
  }

  private static final class MovableClock extends Clock {

    private Instant now = Notifications.TIME;

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
