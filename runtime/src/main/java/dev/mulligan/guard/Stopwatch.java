package dev.mulligan.guard;

import dev.mulligan.thread.LazyTimer;
import java.time.Duration;
import java.util.Optional;

/**
 * Interrupts attempts that take too long. On a timer of its own: an interrupt may run the
 * application's code, or close a channel, and asynchronous calls must not wait for that.
 */
final class Stopwatch implements AutoCloseable {

  private final LazyTimer timer = new LazyTimer("timeout");

  /** Empty where no attempt is timed any more. */
  Optional<TimedAttempt> start(Duration limit) {
    TimedAttempt attempt = new TimedAttempt(Thread.currentThread(), timer);
    return timer.set(attempt, limit) ? Optional.of(attempt) : Optional.empty();
  }

  @Override
  public void close() {
    timer.close();
  }
}
