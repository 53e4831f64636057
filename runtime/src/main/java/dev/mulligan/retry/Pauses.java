package dev.mulligan.retry;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.wait.EventLoops;
import dev.mulligan.retry.wait.Sleeper;
import java.time.Duration;
import java.util.Optional;

/** Sleeps on the threads of callers during back-offs, unless the thread must not sleep. */
public final class Pauses {

  private final Sleeper sleeper;
  private volatile boolean ended;

  Pauses(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /**
   * Returns why this thread cannot sleep now: it is an event-loop thread, it is interrupted, or the
   * engine was closed.
   */
  public Optional<EndReason> reasonNotToWait(Duration delay) {
    if (ended) {
      return Optional.of(EndReason.SHUTDOWN);
    }
    if (!delay.isZero() && EventLoops.holdCurrentThread()) {
      return Optional.of(EndReason.EVENT_LOOP);
    }
    return Thread.currentThread().isInterrupted()
        ? Optional.of(EndReason.INTERRUPTED)
        : Optional.empty();
  }

  /**
   * Sleeps for a back-off.
   *
   * @return why the thread cannot sleep, or why the sleep was cut short
   */
  public Optional<EndReason> pause(Duration delay) {
    Optional<EndReason> reasonNotToWait = reasonNotToWait(delay);
    if (reasonNotToWait.isPresent()) {
      return reasonNotToWait;
    }
    try {
      return sleeper.sleep(delay) ? Optional.empty() : Optional.of(EndReason.SHUTDOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(EndReason.INTERRUPTED);
    }
  }

  /** Whether the engine was closed and no call sleeps any more. */
  public boolean isEnded() {
    return ended;
  }

  void endAll() {
    ended = true;
    sleeper.endAll();
  }
}
