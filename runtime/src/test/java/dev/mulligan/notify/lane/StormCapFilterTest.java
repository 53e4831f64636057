package dev.mulligan.notify.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.registry.DeliverySettings.StormCap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StormCapFilterTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final StormCap CAP = new StormCap(20, Duration.ofMinutes(1));

  private final StormCapFilter capped = new StormCapFilter();

  @Test
  void noMinuteHoldsMoreThanTheCap() {
    StormLimiter gate = new StormLimiter(CAP);
    long[] passed = new long[1_000];
    int count = 0;
    for (long second = 0; second < 600; second++) {
      while (gate.tryPass(second * SECOND)) {
        passed[count++] = second;
      }
    }

    assertThat(count).isEqualTo(200);
    for (int i = 20; i < count; i++) {
      assertThat(passed[i] - passed[i - 20]).isGreaterThanOrEqualTo(60);
    }
  }

  @Test
  void whatIsAboveIsToldInOneWithTheMostFrequent() {
    capped.use(Optional.of(CAP));
    for (int i = 0; i < 20; i++) {
      assertThat(capped.holdsBack(failure("task " + i), 0)).isFalse();
    }
    for (int i = 0; i < 50; i++) {
      assertThat(capped.holdsBack(failure("task " + i % 7), SECOND)).isTrue();
    }
    assertThat(capped.holdsBack(failure("task 3").standingFor(1_000), SECOND)).isTrue();
    assertThat(capped.summary(59 * SECOND)).isEmpty();
    assertThat(capped.nanosUntilSummary(59 * SECOND)).isEqualTo(SECOND);

    Notification summary = capped.summary(60 * SECOND).orElseThrow();
    assertThat(summary.event().headline())
        .isEqualTo("51 more notifications were held back in the last 59s");
    assertThat(summary.event().message())
        .contains("Most often:\n1007 × task 3\n", "\nand 2 other kinds");
    assertThat(summary.type()).isEqualTo(NotificationType.TASK_FAILURE);
    assertThat(capped.isHoldingBack()).isFalse();
    assertThat(capped.holdsBack(failure("task 1"), 60 * SECOND)).isFalse();
  }

  @Test
  void aSummaryIsAsUrgentAsTheWorstThatItTellsOf() {
    capped.use(Optional.of(new StormCap(1, Duration.ofMinutes(1))));
    capped.holdsBack(failure("task"), 0);
    capped.holdsBack(failure("task"), 0);
    capped.holdsBack(
        Notification.of(
            NotificationType.SECURITY,
            Alert.of("brute force", ""),
            Map.of(),
            TagSelection.UNTAGGED),
        0);

    assertThat(capped.lastSummary(0).orElseThrow().type()).isEqualTo(NotificationType.SECURITY);
  }

  @Test
  void withoutACapNothingIsHeldBack() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(capped.holdsBack(failure("task"), 0)).isFalse();
    }
  }

  private static Notification failure(String task) {
    return Notification.of(
        NotificationType.TASK_FAILURE,
        Alert.of(task, "It failed."),
        Map.of(),
        TagSelection.UNTAGGED);
  }
}
