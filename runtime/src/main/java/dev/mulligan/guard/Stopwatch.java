package dev.mulligan.guard;

import dev.mulligan.thread.LazyTimer;
import java.time.Duration;
import java.util.Optional;

/**
 * Interrupts timed-out attempts. It has its own timer: an interrupt may run application code, or
 * close a channel, and asynchronous calls must not wait for that.
 */
final class Stopwatch implements AutoCloseable {

  private final LazyTimer timer = new LazyTimer("timeout");

  /** Starts the time-out of an attempt; empty after {@link #close}. */
  Optional<TimedAttempt> start(Duration limit) {
    // Nothing may fail after the timer is set: nobody would end that attempt, and the interrupt
    // would hit whatever the thread does then.
    TimedAttempt attempt = new TimedAttempt(Thread.currentThread(), timer);
    Optional<TimedAttempt> started = Optional.of(attempt);
    return timer.set(attempt, limit) ? started : Optional.empty();
  }

  @Override
  public void close() {
    timer.close();
  }
}
