package dev.mulligan.retry;

import dev.mulligan.retry.failure.EndReason;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One logical call, from its first failure to its end, whose caller waits between attempts in its
 * own way. Used by one thread at a time. Only {@link #waitAndContinue} blocks; no method throws.
 *
 * <p>Once a method has reported that there is no further attempt, the call is over and must not be
 * used any more.
 */
public final class LoopCall {

  private final AttemptSequence attempts;
  private Duration delay = Duration.ZERO;

  LoopCall(AttemptSequence attempts) {
    this.attempts = attempts;
  }

  /**
   * Records an attempt that threw.
   *
   * @return how long to wait before {@link #resume}; empty if there is no further attempt
   */
  public Optional<Duration> failed(Throwable thrown) {
    return waits(attempts.failed(thrown, null));
  }

  /**
   * Records an attempt that returned.
   *
   * @return as above; empty also if the result counts as a success
   */
  public Optional<Duration> returned(@Nullable Object result) {
    return waits(attempts.returned(result));
  }

  /**
   * Called after the caller's wait.
   *
   * @return whether to make another attempt now; false after the strategy's maximum duration, and
   *     after the engine was closed
   */
  public boolean resume() {
    return resume(
        attempts.parts.pauses().isEnded() ? Optional.of(EndReason.SHUTDOWN) : Optional.empty());
  }

  /**
   * Sleeps on the caller's thread, then continues as {@link #resume()} does. An interrupt ends the
   * call.
   */
  public boolean waitAndContinue() {
    return resume(attempts.parts.pauses().pause(delay));
  }

  /** Records a successful attempt. */
  public void succeeded() {
    attempts.succeeded();
  }

  /** Cancels the call during an attempt. */
  public void cancelled() {
    attempts.cancelled();
  }

  /** Cancels the call during its wait. */
  public void cancelledWaiting() {
    attempts.waitEnded();
    attempts.cancelled();
  }

  private Optional<Duration> waits(long nanos) {
    if (nanos == AttemptSequence.NO_FURTHER_ATTEMPT) {
      return Optional.empty();
    }
    delay = Duration.ofNanos(nanos);
    attempts.waitStarted();
    return Optional.of(delay);
  }

  private boolean resume(Optional<EndReason> cutShort) {
    attempts.waitEnded();
    return attempts.resume(cutShort);
  }
}
