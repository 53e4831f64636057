package dev.mulligan.notify.lane;

import dev.mulligan.notify.registry.ChannelHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a channel works or is paused. A failure that may pass pauses it; the next notification
 * that it owes is its next try, and each failed try doubles the pause. A success ends the pause.
 * Thread-safe.
 */
final class ChannelState {

  private final DeliveryTerms terms;

  // All guarded by this.
  private @Nullable String reason;
  private int pauses;
  private long failedNanos;
  private boolean isAsked;
  private long untilNanos;
  private Instant nextTry = Instant.EPOCH;

  ChannelState(DeliveryTerms terms) {
    this.terms = terms;
  }

  /**
   * Pauses the channel, or prolongs its pause.
   *
   * @param why contains no secret
   * @param hint how long the receiver asks to wait
   * @return the length of the pause
   */
  synchronized Duration pause(String why, Optional<Duration> hint) {
    pauses++;
    Duration length = DeliveryBackoff.pause(pauses, hint, terms.random());
    reason = why;
    isAsked = hint.isPresent();
    failedNanos = terms.nanos().getAsLong();
    untilNanos = failedNanos + length.toNanos();
    nextTry = terms.clock().instant().plus(length);
    return length;
  }

  /**
   * Shortens a pause that the receiver did not ask for to the length of a first one, for a
   * notification that may be accepted although the one before was not.
   */
  synchronized void trySoon() {
    long soon = failedNanos + DeliveryBackoff.FIRST_PAUSE.toNanos();
    if (isPaused() && !isAsked && untilNanos - soon > 0) {
      untilNanos = soon;
      nextTry = terms.clock().instant().plus(left());
    }
  }

  /** Ends the pause, because the receiver has accepted a message. */
  synchronized void works() {
    reason = null;
    pauses = 0;
  }

  /** Makes the next try due at once. */
  synchronized void tryNow() {
    untilNanos = terms.nanos().getAsLong();
    nextTry = terms.clock().instant();
  }

  synchronized boolean isPaused() {
    return reason != null;
  }

  /** Whether the channel is paused and its next try is not due yet. */
  synchronized boolean isResting() {
    return isPaused() && !left().isZero();
  }

  /** Returns how long the pause still lasts; zero if there is none. */
  synchronized Duration left() {
    long left = isPaused() ? untilNanos - terms.nanos().getAsLong() : 0;
    return Duration.ofNanos(Math.max(0, left));
  }

  synchronized Optional<ChannelHealth.Pause> health() {
    String why = reason;
    return why == null ? Optional.empty() : Optional.of(new ChannelHealth.Pause(why, nextTry));
  }
}
