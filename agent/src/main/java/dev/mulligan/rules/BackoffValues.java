package dev.mulligan.rules;

import dev.mulligan.retry.Backoff;
import dev.mulligan.retry.Jitter;
import java.time.Duration;

/**
 * The values of a {@code backoff} block. Kept apart from {@link Backoff} so that a strategy can
 * inherit them one by one; those without a meaning for the type are there all the same.
 */
record BackoffValues(
    BackoffType type,
    Duration initial,
    Duration increment,
    double multiplier,
    Duration min,
    Duration max,
    Jitter jitter) {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HALF_MINUTE = Duration.ofSeconds(30);

  /** What the keys that are left out stand for. */
  static BackoffValues defaults(BackoffType type) {
    Jitter jitter = type == BackoffType.EXPONENTIAL ? new Jitter.Full() : new Jitter.None();
    return new BackoffValues(type, SECOND, SECOND, 2, Duration.ZERO, HALF_MINUTE, jitter);
  }

  static BackoffValues of(Backoff backoff, Jitter jitter) {
    if (backoff instanceof Backoff.Fixed fixed) {
      return of(BackoffType.FIXED, fixed.initial(), HALF_MINUTE, jitter);
    }
    if (backoff instanceof Backoff.Linear linear) {
      return of(BackoffType.LINEAR, linear.initial(), linear.max(), jitter)
          .withIncrement(linear.increment());
    }
    if (backoff instanceof Backoff.Exponential growing) {
      return of(BackoffType.EXPONENTIAL, growing.initial(), growing.max(), jitter)
          .withMultiplier(growing.multiplier());
    }
    if (backoff instanceof Backoff.RandomExponential growing) {
      return of(BackoffType.RANDOM_EXPONENTIAL, growing.initial(), growing.max(), jitter)
          .withMultiplier(growing.multiplier())
          .withMin(growing.min());
    }
    if (backoff instanceof Backoff.Random random) {
      return of(BackoffType.RANDOM, SECOND, random.max(), jitter).withMin(random.min());
    }
    if (backoff instanceof Backoff.Fibonacci fibonacci) {
      return of(BackoffType.FIBONACCI, fibonacci.initial(), fibonacci.max(), jitter);
    }
    Backoff.Decorrelated decorrelated = (Backoff.Decorrelated) backoff;
    return of(BackoffType.DECORRELATED, decorrelated.initial(), decorrelated.max(), jitter);
  }

  private static BackoffValues of(BackoffType type, Duration initial, Duration max, Jitter jitter) {
    return new BackoffValues(type, initial, SECOND, 2, Duration.ZERO, max, jitter);
  }

  /**
   * @throws IllegalArgumentException for values that do not go together, in the keys' words
   */
  Backoff build() {
    return switch (type) {
      case FIXED -> new Backoff.Fixed(initial);
      case LINEAR -> new Backoff.Linear(initial, increment, max);
      case EXPONENTIAL -> new Backoff.Exponential(initial, multiplier, max);
      case RANDOM_EXPONENTIAL -> new Backoff.RandomExponential(min, initial, multiplier, max);
      case RANDOM -> new Backoff.Random(min, max);
      case FIBONACCI -> new Backoff.Fibonacci(initial, max);
      case DECORRELATED -> new Backoff.Decorrelated(initial, max);
    };
  }

  BackoffValues withInitial(Duration value) {
    return new BackoffValues(type, value, increment, multiplier, min, max, jitter);
  }

  BackoffValues withIncrement(Duration value) {
    return new BackoffValues(type, initial, value, multiplier, min, max, jitter);
  }

  BackoffValues withMultiplier(double value) {
    return new BackoffValues(type, initial, increment, value, min, max, jitter);
  }

  BackoffValues withMin(Duration value) {
    return new BackoffValues(type, initial, increment, multiplier, value, max, jitter);
  }

  BackoffValues withMax(Duration value) {
    return new BackoffValues(type, initial, increment, multiplier, min, value, jitter);
  }

  BackoffValues withJitter(Jitter value) {
    return new BackoffValues(type, initial, increment, multiplier, min, max, value);
  }
}
