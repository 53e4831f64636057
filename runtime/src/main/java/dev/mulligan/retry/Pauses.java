package dev.mulligan.retry;

import java.time.Duration;
import java.util.Optional;

/** The waiting between attempts, and what keeps a call from it. */
final class Pauses {

  private final Sleeper sleeper;
  private volatile boolean ended;

  Pauses(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /** Why this thread can't wait now, for so long. */
  Optional<EndReason> hindrance(Duration delay) {
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

  /** Waits; gives the reason why the call must end where the waiting was cut short. */
  Optional<EndReason> pause(Duration delay) {
    try {
      return sleeper.sleep(delay) ? Optional.empty() : Optional.of(EndReason.SHUTDOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(EndReason.INTERRUPTED);
    }
  }

  boolean isEnded() {
    return ended;
  }

  void endAll() {
    ended = true;
    sleeper.endAll();
  }
}
