package dev.mulligan.notify.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.TaskIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<Notification> repeated = new ArrayList<>();
  private final List<Runnable> scheduled = new ArrayList<>();
  private Optional<Duration> interval = Optional.of(MINUTE);
  private final OpenIncidents incidents =
      new OpenIncidents(
          Clock.fixed(Instant.parse("2026-11-05T03:00:00Z"), ZoneOffset.UTC), () -> 0);
  private final Repetition repetition =
      new Repetition(
          incidents,
          () -> interval,
          this::schedule,
          outgoing -> repeated.add(outgoing.notification()));

  @Test
  void goesOnWhileSomethingLasts() {
    Notification failure = Notifications.critical();
    incidents.failed(failure);
    repetition.begin();
    repetition.begin();
    assertThat(scheduled).hasSize(1);

    nextMinute();
    nextMinute();
    assertThat(repeated).containsExactly(failure, failure);

    incidents.succeeded("charge", failure.event().subject(), TaskIdentity.UNKNOWN);
    incidents.overAtTheEnd();
    nextMinute();
    assertThat(repeated).hasSize(2);
    assertThat(scheduled).isEmpty();
  }

  @Test
  void beginsAgainWithTheNextTrouble() {
    repetition.begin();
    nextMinute();
    incidents.failed(Notifications.critical());
    repetition.begin();
    nextMinute();

    assertThat(repeated).hasSize(1);
  }

  @Test
  void needsNoTimerWhereNobodyWantsToHearItAgain() {
    interval = Optional.empty();
    incidents.failed(Notifications.critical());
    repetition.begin();

    assertThat(scheduled).isEmpty();
  }

  private void schedule(Duration delay, Runnable task) {
    assertThat(delay).isEqualTo(MINUTE);
    scheduled.add(task);
  }

  private void nextMinute() {
    List<Runnable> due = List.copyOf(scheduled);
    scheduled.clear();
    due.forEach(Runnable::run);
  }
}
