package dev.mulligan.retry.delay;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.retry.FixedRandom;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackoffTest {

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  @Test
  void fixedWaitsTheSameEveryTime() {
    assertThat(delays(new Backoff.Fixed(ofMillis(250)), 4, FixedRandom.MIDDLE))
        .containsExactly(ofMillis(250), ofMillis(250), ofMillis(250), ofMillis(250));
  }

  @Test
  void linearGrowsByTheIncrementUpToTheMaximum() {
    Backoff linear = new Backoff.Linear(ofSeconds(1), ofSeconds(2), ofSeconds(6));
    assertThat(delays(linear, 5, FixedRandom.MIDDLE))
        .containsExactly(ofSeconds(1), ofSeconds(3), ofSeconds(5), ofSeconds(6), ofSeconds(6));
  }

  @Test
  void linearWithoutIncrementStaysWhereItStarts() {
    Backoff linear = new Backoff.Linear(ofSeconds(1), Duration.ZERO, ofSeconds(6));
    assertThat(linear.nanosAfter(Integer.MAX_VALUE, 0, FixedRandom.MIDDLE))
        .isEqualTo(ofSeconds(1).toNanos());
  }

  @Test
  void exponentialDoublesUpToTheMaximum() {
    Backoff exponential = new Backoff.Exponential(ofSeconds(1), 2, ofSeconds(30));
    assertThat(delays(exponential, 7, FixedRandom.MIDDLE))
        .containsExactly(
            ofSeconds(1),
            ofSeconds(2),
            ofSeconds(4),
            ofSeconds(8),
            ofSeconds(16),
            ofSeconds(30),
            ofSeconds(30));
  }

  @Test
  void exponentialTakesEveryMultiplierFromOneUp() {
    assertThat(delays(new Backoff.Exponential(ofSeconds(1), 3, ofSeconds(120)), 6, any()))
        .containsExactly(
            ofSeconds(1), ofSeconds(3), ofSeconds(9), ofSeconds(27), ofSeconds(81), ofSeconds(120));
    assertThat(delays(new Backoff.Exponential(ofSeconds(2), 1.5, ofSeconds(120)), 3, any()))
        .containsExactly(ofSeconds(2), ofSeconds(3), ofMillis(4_500));
    assertThat(delays(new Backoff.Exponential(ofSeconds(2), 1, ofSeconds(120)), 3, any()))
        .containsExactly(ofSeconds(2), ofSeconds(2), ofSeconds(2));
  }

  @Test
  void randomExponentialHasTheMeansOfFullJitter() {
    // tenacity, test_wait_random_exponential_statistically: initial 0.5 s, maximum 60 s
    Backoff backoff = new Backoff.RandomExponential(Duration.ZERO, ofMillis(500), 2, ofSeconds(60));
    assertThat(delays(backoff, 9, FixedRandom.MIDDLE))
        .containsExactly(
            ofMillis(250),
            ofMillis(500),
            ofSeconds(1),
            ofSeconds(2),
            ofSeconds(4),
            ofSeconds(8),
            ofSeconds(16),
            ofSeconds(30),
            ofSeconds(30));
  }

  @Test
  void randomExponentialNeverWaitsLessThanItsMinimum() {
    Backoff backoff = new Backoff.RandomExponential(ofSeconds(3), ofSeconds(1), 2, ofSeconds(120));
    assertThat(delays(backoff, 4, FixedRandom.LOWEST)).containsOnly(ofSeconds(3));
    assertThat(delays(backoff, 4, FixedRandom.MIDDLE))
        .containsExactly(ofSeconds(3), ofSeconds(3), ofMillis(3_500), ofMillis(5_500));
  }

  @Test
  void randomWaitsFromMinimumToMaximum() {
    Backoff random = new Backoff.Random(ofSeconds(1), ofSeconds(3));
    assertThat(delays(random, 2, FixedRandom.LOWEST)).containsOnly(ofSeconds(1));
    assertThat(delays(random, 2, FixedRandom.MIDDLE)).containsOnly(ofSeconds(2));
    assertThat(delays(random, 2, FixedRandom.HIGHEST)).allMatch(d -> d.compareTo(ofSeconds(3)) < 0);
  }

  @Test
  void fibonacciAddsTheTwoDelaysBefore() {
    assertThat(delays(new Backoff.Fibonacci(ofMillis(500), ofSeconds(10)), 9, any()))
        .containsExactly(
            ofMillis(500),
            ofMillis(500),
            ofMillis(1_000),
            ofMillis(1_500),
            ofMillis(2_500),
            ofMillis(4_000),
            ofMillis(6_500),
            ofSeconds(10),
            ofSeconds(10));
  }

  @Test
  void decorrelatedTriplesThePreviousDelayAtMost() {
    Backoff backoff = new Backoff.Decorrelated(ofSeconds(1), ofSeconds(20));
    assertThat(delays(backoff, 3, FixedRandom.LOWEST)).containsOnly(ofSeconds(1));
    // uniform(1, 3·1) = 2, uniform(1, 3·2) = 3.5, uniform(1, 3·3.5) = 5.75, uniform(1, 17.25)
    assertThat(delays(backoff, 4, FixedRandom.MIDDLE))
        .containsExactly(ofSeconds(2), ofMillis(3_500), ofMillis(5_750), ofMillis(9_125));
    assertThat(delays(backoff, 9, FixedRandom.HIGHEST).skip(3)).containsOnly(ofSeconds(20));
  }

  @ParameterizedTest
  @MethodSource("greatest")
  void neverOverflowsWhateverTheAttempt(Backoff backoff) {
    RandomGenerator random = new Random(7);
    for (int attempt : new int[] {1, 2, 62, 63, 64, 65, 93, 1_000, 1_025, Integer.MAX_VALUE}) {
      for (RandomGenerator drawn : new RandomGenerator[] {FixedRandom.HIGHEST, random}) {
        assertThat(backoff.nanosAfter(attempt, Long.MAX_VALUE, drawn)).isNotNegative();
      }
    }
  }

  static Stream<Backoff> greatest() {
    return Stream.of(
        new Backoff.Fixed(LONGEST),
        new Backoff.Linear(ofSeconds(1), LONGEST, LONGEST),
        new Backoff.Linear(ofSeconds(1), Duration.ofNanos(1), LONGEST),
        new Backoff.Exponential(ofSeconds(1), Double.MAX_VALUE, LONGEST),
        new Backoff.Exponential(Duration.ZERO, 2, LONGEST),
        new Backoff.RandomExponential(Duration.ZERO, ofSeconds(1), 2, LONGEST),
        new Backoff.Random(Duration.ZERO, LONGEST),
        new Backoff.Fibonacci(ofSeconds(1), LONGEST),
        new Backoff.Fibonacci(Duration.ZERO, LONGEST),
        new Backoff.Decorrelated(ofSeconds(1), LONGEST));
  }

  @Test
  void lateAttemptsReachTheMaximumExactly() {
    assertThat(new Backoff.Exponential(ofSeconds(1), 2, LONGEST).nanosAfter(2_000, 0, any()))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(new Backoff.Fibonacci(ofSeconds(1), LONGEST).nanosAfter(2_000_000, 0, any()))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(
            new Backoff.Linear(Duration.ZERO, ofSeconds(9), LONGEST)
                .nanosAfter(Integer.MAX_VALUE, 0, any()))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refusesWhatNoDelayCanBeMadeOf() {
    assertRefused(() -> new Backoff.Fixed(ofSeconds(-1)), "initial must not be negative, was -1s");
    assertRefused(
        () -> new Backoff.Fixed(Duration.ofDays(200_000)),
        "initial must be at most 106751d 23h (292 years), was 200000d");
    assertRefused(
        () -> new Backoff.Fixed(ofSeconds(Long.MAX_VALUE)),
        "initial must be at most 106751d 23h (292 years), was 106751991167300d 15h");
    assertRefused(
        () -> new Backoff.Exponential(ofSeconds(1), 0.5, ofSeconds(30)),
        "multiplier must be at least 1, was 0.5");
    assertRefused(
        () -> new Backoff.Exponential(ofSeconds(1), Double.NaN, ofSeconds(30)),
        "multiplier must be at least 1, was NaN");
    assertRefused(
        () -> new Backoff.RandomExponential(ofSeconds(1), ofSeconds(1), 0, ofSeconds(30)),
        "multiplier must be at least 1, was 0");
    assertRefused(
        () -> new Backoff.Exponential(ofSeconds(60), 2, ofSeconds(30)),
        "max must be at least initial (1m), was 30s");
    assertRefused(
        () -> new Backoff.Random(ofSeconds(2), ofSeconds(1)),
        "max must be at least min (2s), was 1s");
    assertRefused(
        () -> new Backoff.Linear(ofSeconds(1), ofSeconds(-2), ofSeconds(3)),
        "increment must not be negative, was -2s");
  }

  private static void assertRefused(ThrowingCallable building, String message) {
    assertThatThrownBy(building).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static RandomGenerator any() {
    return FixedRandom.MIDDLE;
  }

  private static Stream<Duration> delays(Backoff backoff, int count, RandomGenerator random) {
    Stream.Builder<Duration> delays = Stream.builder();
    long previous = 0;
    for (int attempt = 1; attempt <= count; attempt++) {
      previous = backoff.nanosAfter(attempt, previous, random);
      delays.add(Duration.ofNanos(previous));
    }
    return delays.build();
  }
}
