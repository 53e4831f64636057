package dev.mulligan.retry;

import dev.mulligan.retry.wait.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Time that passes only while somebody sleeps, or when a test says so. */
public final class VirtualTime implements Sleeper, LongSupplier {

  private final List<Duration> sleeps = new ArrayList<>();
  private long nanos = -Duration.ofHours(1).toNanos(); // as System.nanoTime may start
  private boolean ended;
  private Runnable asleep = () -> {};
  private Duration oversleep = Duration.ZERO;

  @Override
  public boolean sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(duration);
    asleep.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (ended) {
      return false;
    }
    passes(duration.plus(oversleep));
    return true;
  }

  @Override
  public void endAll() {
    ended = true;
  }

  @Override
  public long getAsLong() {
    return nanos;
  }

  public void passes(Duration duration) {
    nanos += duration.toNanos();
  }

  /** What happens during every sleep. */
  void whileAsleep(Runnable action) {
    asleep = action;
  }

  void sleepsTooLongBy(Duration duration) {
    oversleep = duration;
  }

  public List<Duration> sleeps() {
    return sleeps;
  }
}
