package dev.mulligan.retry;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.wait.EventLoops;
import dev.mulligan.retry.wait.Sleeper;
import java.time.Duration;
import java.util.Optional;

/** The waiting on the threads of callers, and what keeps a call from it. */
public final class Pauses {

  private final Sleeper sleeper;
  private volatile boolean ended;

  Pauses(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /** Why this thread can't wait now, for so long: it is an event loop, or all waiting has ended. */
  public Optional<EndReason> hindrance(Duration delay) {
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
   * Waits as in a back-off.
   *
   * @return why the thread can't wait, or why the waiting was cut short
   */
  public Optional<EndReason> pause(Duration delay) {
    Optional<EndReason> hindrance = hindrance(delay);
    if (hindrance.isPresent()) {
      return hindrance;
    }
    try {
      return sleeper.sleep(delay) ? Optional.empty() : Optional.of(EndReason.SHUTDOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(EndReason.INTERRUPTED);
    }
  }

  /** Whether all waiting has ended: the engine keeps nobody from anything any more. */
  public boolean isEnded() {
    return ended;
  }

  void endAll() {
    ended = true;
    sleeper.endAll();
  }
}
