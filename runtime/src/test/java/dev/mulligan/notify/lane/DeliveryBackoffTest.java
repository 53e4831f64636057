package dev.mulligan.notify.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DeliveryBackoffTest {

  @Test
  void doublesFromOneSecondAndStaysWithinAMinute() {
    RandomGenerator lowest = () -> 0;

    assertThat(after(1, lowest)).isEqualTo(Duration.ofMillis(500));
    assertThat(after(4, lowest)).isEqualTo(Duration.ofSeconds(4));
    assertThat(after(30, lowest)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void isHalfRandom() {
    RandomGenerator any = RandomGenerator.of("SplittableRandom");

    for (int i = 0; i < 1_000; i++) {
      assertThat(after(3, any)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
  }

  @Test
  void isTheReceiversHintUpToAQuarterOfAnHour() {
    RandomGenerator any = RandomGenerator.getDefault();

    assertThat(DeliveryBackoff.after(1, Optional.of(Duration.ofSeconds(42)), any))
        .isEqualTo(Duration.ofSeconds(42));
    assertThat(DeliveryBackoff.after(1, Optional.of(Duration.ofDays(9)), any))
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aChannelsPauseDoublesFromFiveSecondsUpToFiveMinutes() {
    RandomGenerator lowest = () -> 0;
    RandomGenerator any = RandomGenerator.of("SplittableRandom");

    assertThat(DeliveryBackoff.pause(1, Optional.empty(), lowest))
        .isEqualTo(Duration.ofMillis(2_500));
    assertThat(DeliveryBackoff.pause(4, Optional.empty(), lowest))
        .isEqualTo(Duration.ofSeconds(20));
    for (int i = 0; i < 1_000; i++) {
      assertThat(DeliveryBackoff.pause(7 + i, Optional.empty(), any))
          .isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
    }
    assertThat(DeliveryBackoff.pause(1, Optional.of(Duration.ofDays(9)), any))
        .isEqualTo(Duration.ofMinutes(15));
  }

  private static Duration after(int failedTries, RandomGenerator random) {
    return DeliveryBackoff.after(failedTries, Optional.empty(), random);
  }
}
