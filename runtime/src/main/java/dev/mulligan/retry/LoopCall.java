package dev.mulligan.retry;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One logical call on its way through its attempts whose caller waits between them in its own way.
 * Belongs to one thread at a time; its methods neither throw nor wait.
 *
 * <p>Once a method has said that there is no further attempt, the call is over and must not be used
 * any more.
 */
public final class LoopCall {

  private final EngineParts parts;
  private final CallHandling handling;
  private long delay;
  private long asleepSince;

  LoopCall(EngineParts parts, CallHandling handling) {
    this.parts = parts;
    this.handling = handling;
  }

  /**
   * An attempt threw.
   *
   * @return how long to wait before {@link #goesOn}; empty when there is no further attempt
   */
  public Optional<Duration> failed(Throwable thrown) {
    parts.busy().enter();
    try {
      return waits(handling.delayAfterFailure(thrown));
    } finally {
      parts.busy().leave();
    }
  }

  /**
   * An attempt returned.
   *
   * @return as above; empty also where the result is a good one
   */
  public Optional<Duration> returned(@Nullable Object result) {
    parts.busy().enter();
    try {
      return waits(handling.delayAfterResult(result));
    } finally {
      parts.busy().leave();
    }
  }

  /**
   * The waiting is over.
   *
   * @return whether to make another attempt, now: not after the strategy's max-duration, nor after
   *     the engine's end
   */
  public boolean goesOn() {
    return goesOn(parts.pauses().isEnded() ? Optional.of(EndReason.SHUTDOWN) : Optional.empty());
  }

  /** Waits on the caller's thread, then as {@link #goesOn()}. An interrupt ends the call. */
  public boolean waitAndGoOn() {
    Duration time = Duration.ofNanos(delay);
    Optional<EndReason> hindrance = parts.pauses().hindrance(time);
    return goesOn(hindrance.isPresent() ? hindrance : parts.pauses().pause(time));
  }

  /** An attempt succeeded. */
  public void succeeded() {
    handling.succeeded();
  }

  /** The caller gives up, during an attempt or a wait. */
  public void givenUp() {
    handling.cancelled();
  }

  /** The caller gives up instead of waiting. */
  public void givenUpWaiting() {
    handling.woke(parts.ticker().getAsLong() - asleepSince);
    handling.cancelled();
  }

  private Optional<Duration> waits(long nanos) {
    if (nanos == CallHandling.NO_FURTHER_ATTEMPT) {
      return Optional.empty();
    }
    delay = nanos;
    asleepSince = parts.ticker().getAsLong();
    handling.fellAsleep(nanos);
    return Optional.of(Duration.ofNanos(nanos));
  }

  private boolean goesOn(Optional<EndReason> cutShort) {
    handling.woke(parts.ticker().getAsLong() - asleepSince);
    return handling.goesOn(delay, cutShort);
  }
}
