package dev.mulligan.notify.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The settings that all lanes share.
 *
 * @param queueLimit notifications that may wait for one channel
 * @param idle how long a thread waits for more before it ends
 * @param clock for times that are shown, stored or sent
 * @param nanos for everything that takes time, such as {@link System#nanoTime}: the clock may jump
 */
public record DeliveryTerms(
    int queueLimit,
    Duration idle,
    DeliveryPause sleeper,
    RandomGenerator random,
    Clock clock,
    LongSupplier nanos) {

  private static final int QUEUE_LIMIT = 500;
  private static final Duration IDLE = Duration.ofSeconds(10);

  /** Creates terms with the time by which the sleeper measures. */
  public DeliveryTerms(
      int queueLimit, Duration idle, DeliveryPause sleeper, RandomGenerator random, Clock clock) {
    this(queueLimit, idle, sleeper, random, clock, new TimeOf(sleeper));
  }

  public static DeliveryTerms usual() {
    return new DeliveryTerms(
        QUEUE_LIMIT, IDLE, new ThreadSleeper(), new Random(), Clock.systemUTC());
  }

  /** Returns the same terms, but the attempts follow one another at once. */
  public DeliveryTerms withoutPauses() {
    return new DeliveryTerms(queueLimit, idle, duration -> {}, random, clock);
  }

  /** Not a lambda: this may run before the application has started. */
  private record TimeOf(DeliveryPause sleeper) implements LongSupplier {
    @Override
    public long getAsLong() {
      return sleeper.nanoTime();
    }
  }

  /** Not a lambda: this may run before the application has started. */
  private static final class ThreadSleeper implements DeliveryPause {
    @Override
    public void sleep(Duration duration) throws InterruptedException {
      Thread.sleep(duration.toMillis());
    }
  }
}
