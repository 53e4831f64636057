package dev.mulligan.retry.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.retry.FixedRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class JitterTest {

  private static final Duration DELAY = Duration.ofSeconds(4);

  @Test
  void noneLeavesTheDelay() {
    assertSpread(new Jitter.None(), 4_000, 4_000, 4_000);
  }

  @Test
  void fullSpreadsFromNothingToTheDelay() {
    assertSpread(new Jitter.Full(), 0, 2_000, 4_000);
  }

  @Test
  void equalKeepsHalfOfTheDelay() {
    assertSpread(new Jitter.Equal(), 2_000, 3_000, 4_000);
  }

  @Test
  void factorSpreadsToBothSides() {
    assertSpread(new Jitter.Factor(0.2), 4_800, 4_000, 3_200);
  }

  @Test
  void durationSpreadsToBothSides() {
    assertSpread(new Jitter.Spread(Duration.ofMillis(500)), 4_500, 4_000, 3_500);
  }

  @Test
  void jitterLargerThanTheDelayNeverMakesItNegative() {
    assertSpread(new Jitter.Spread(Duration.ofSeconds(10)), 14_000, 4_000, 0);
    assertThat(new Jitter.Factor(1).spread(DELAY.toNanos(), FixedRandom.HIGHEST)).isNotNegative();
  }

  @Test
  void neverOverflows() {
    assertThat(new Jitter.Factor(1).spread(Long.MAX_VALUE, FixedRandom.LOWEST))
        .isEqualTo(Long.MAX_VALUE);
    Jitter greatest = new Jitter.Spread(Duration.ofNanos(Long.MAX_VALUE));
    assertThat(greatest.spread(Long.MAX_VALUE, FixedRandom.LOWEST)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refusesAFactorThatIsNone() {
    assertThatThrownBy(() -> new Jitter.Factor(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("jitter must be from 0 to 1, or a duration, was 1.5");
    assertThatThrownBy(() -> new Jitter.Factor(Double.NaN)).hasMessageEndingWith("was NaN");
    assertThatThrownBy(() -> new Jitter.Spread(Duration.ofMillis(-5)))
        .hasMessage("jitter must not be negative, was -5ms");
  }

  private static void assertSpread(Jitter jitter, long lowest, long middle, long highest) {
    assertThat(millis(jitter, FixedRandom.LOWEST)).isEqualTo(lowest);
    assertThat(millis(jitter, FixedRandom.MIDDLE)).isEqualTo(middle);
    assertThat(millis(jitter, FixedRandom.HIGHEST)).isEqualTo(highest);
  }

  /** Rounded: the greatest draw is a little less than one. */
  private static long millis(Jitter jitter, RandomGenerator random) {
    return Math.round(jitter.spread(DELAY.toNanos(), random) / 1e6);
  }
}
