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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIncidentsTest {

  private static final String OPERATION = "com.acme.PaymentGateway.charge(String, long)";

  private final MovableClock clock = new MovableClock();
  private final OpenIncidents incidents = new OpenIncidents(clock, clock::nanos);

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
    incidents.failedAgain(failure.fingerprint(), Duration.ofSeconds(3));
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

  @ParameterizedTest
  @ValueSource(longs = {1, 30, -365})
  void aClockThatJumpsChangesNothing(long days) {
    incidents.failed(Notifications.critical());
    clock.jump(Duration.ofDays(days));
    assertThat(incidents.lasting(Duration.ofHours(1))).hasSize(1);
    assertThat(incidents.expired()).isEmpty();
    incidents.succeeded("charge", OPERATION, TaskIdentity.UNKNOWN);
    clock.jump(Duration.ofDays(-days));
    assertThat(incidents.over()).isEmpty();
    clock.forward(OpenIncidents.QUIET);
    assertThat(incidents.over()).hasSize(1);
  }

  @Test
  void oneThatAnEarlierProcessLeftIsResolvedWithItsFailures() {
    incidents.leftOpen(left(Duration.ofMinutes(3), 4));
    assertThat(incidents.succeeded("charge", OPERATION, TaskIdentity.UNKNOWN)).isTrue();
    clock.forward(OpenIncidents.QUIET);
    List<Outgoing> over = incidents.over();

    assertThat(over).extracting(Outgoing::recipients).containsExactly(Recipients.ALL);
    assertThat(over.get(0).notification().occurrences()).isEqualTo(4);
    assertThat(over.get(0).notification().fingerprint())
        .isEqualTo(Notifications.critical().fingerprint());
  }

  @Test
  void oneThatAnEarlierProcessLeftAndThatFailsHereIsOne() {
    incidents.failed(Notifications.critical());
    incidents.leftOpen(left(Duration.ofMinutes(3), 4));
    assertThat(incidents.fingerprints()).hasSize(1);
    assertThat(incidents.kept(Notifications.critical().fingerprint()).orElseThrow().failures())
        .isEqualTo(4);
  }

  @Test
  void whatIsKeptComesBackAsItWas() {
    Notification failure = Notifications.critical();
    incidents.failed(failure);
    incidents.notified(failure);
    clock.forward(Duration.ofMinutes(2));
    incidents.failed(failure);
    clock.forward(Duration.ofMinutes(1));
    KeptIncident kept = incidents.kept(failure.fingerprint()).orElseThrow();

    assertThat(kept.failures()).isEqualTo(1);
    assertThat(Duration.between(kept.lastFailure(), clock.instant()))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(Duration.between(kept.lastSent(), clock.instant())).isEqualTo(Duration.ofMinutes(3));
    OpenIncidents next = new OpenIncidents(clock, clock::nanos);
    next.leftOpen(kept);
    assertThat(next.kept(failure.fingerprint())).contains(kept);
  }

  @Test
  void expiresWithoutFailureOrSuccessForTheChannelsThatKeepIt() {
    incidents.failed(Notifications.critical());
    incidents.leftOpen(left(Duration.ofHours(20), 1));
    clock.forward(OpenIncidents.EXPIRES.minusMillis(1));
    assertThat(incidents.expired()).isEmpty();
    clock.forward(Duration.ofMillis(1));

    assertThat(incidents.expired())
        .extracting(Outgoing::recipients)
        .containsExactly(Recipients.WITH_INCIDENTS);
    assertThat(incidents.fingerprints()).isEmpty();
  }

  @Test
  void anEarlierProcesssTimeCounts() {
    incidents.leftOpen(left(Duration.ofHours(20), 1));
    clock.forward(Duration.ofHours(5).minusMillis(1));
    assertThat(incidents.expired()).isEmpty();
    clock.forward(Duration.ofMillis(1));
    assertThat(incidents.expired()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {26, 30 * 24})
  void aClockThatJumpedBeforeTheStartLeavesItAnHour(long hours) {
    incidents.leftOpen(left(Duration.ofHours(hours), 1));
    assertThat(incidents.expired()).isEmpty();
    clock.forward(Duration.ofMinutes(59));
    assertThat(incidents.expired()).isEmpty();
    clock.forward(Duration.ofMinutes(1));
    assertThat(incidents.expired()).hasSize(1);
  }

  @Test
  void aFailureInTheFutureIsOneOfNow() {
    incidents.leftOpen(left(Duration.ofDays(-365), 1));
    assertThat(incidents.lasting(Duration.ofHours(1))).hasSize(1);
    clock.forward(OpenIncidents.EXPIRES);
    assertThat(incidents.expired()).hasSize(1);
  }

  private KeptIncident left(Duration ago, long failures) {
    Instant then = clock.instant().minus(ago);
    return new KeptIncident(Notifications.critical(), failures, 0, then, then);
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
    private long nanos = Long.MAX_VALUE - 1; // it may wrap

    void forward(Duration time) {
      now = now.plus(time);
      nanos += time.toNanos();
    }

    /** The wall clock alone is set. */
    void jump(Duration time) {
      now = now.plus(time);
    }

    long nanos() {
      return nanos;
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
