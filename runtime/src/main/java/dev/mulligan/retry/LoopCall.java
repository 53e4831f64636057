package dev.mulligan.retry;

import dev.mulligan.retry.failure.EndReason;
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

  private final AttemptSequence attempts;
  private Duration delay = Duration.ZERO;

  LoopCall(AttemptSequence attempts) {
    this.attempts = attempts;
  }

  /**
   * An attempt threw.
   *
   * @return how long to wait before {@link #goesOn}; empty when there is no further attempt
   */
  public Optional<Duration> failed(Throwable thrown) {
    return waits(attempts.failed(thrown, null));
  }

  /**
   * An attempt returned.
   *
   * @return as above; empty also where the result is a good one
   */
  public Optional<Duration> returned(@Nullable Object result) {
    return waits(attempts.returned(result));
  }

  /**
   * The waiting is over.
   *
   * @return whether to make another attempt, now: not after the strategy's max-duration, nor after
   *     the engine's end
   */
  public boolean goesOn() {
    return goesOn(
        attempts.parts.pauses().isEnded() ? Optional.of(EndReason.SHUTDOWN) : Optional.empty());
  }

  /** Waits on the caller's thread, then as {@link #goesOn()}. An interrupt ends the call. */
  public boolean waitAndGoOn() {
    return goesOn(attempts.parts.pauses().pause(delay));
  }

  /** An attempt succeeded. */
  public void succeeded() {
    attempts.succeeded();
  }

  /** The caller gives up, during an attempt or a wait. */
  public void givenUp() {
    attempts.cancelled();
  }

  /** The caller gives up instead of waiting. */
  public void givenUpWaiting() {
    attempts.woke();
    attempts.cancelled();
  }

  private Optional<Duration> waits(long nanos) {
    if (nanos == AttemptSequence.NO_FURTHER_ATTEMPT) {
      return Optional.empty();
    }
    delay = Duration.ofNanos(nanos);
    attempts.fellAsleep();
    return Optional.of(delay);
  }

  private boolean goesOn(Optional<EndReason> cutShort) {
    attempts.woke();
    return attempts.goesOn(cutShort);
  }
}
