package dev.mulligan.guard;

import dev.mulligan.retry.RetryEngine;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a call that holds no thread has come past its guards: those around the call, then those
 * around the attempt. What it has entered it leaves once.
 */
final class Passage {

  private final Guards guards;
  private final RetryEngine engine;
  private volatile @Nullable CircleEntry entering;

  // Of whoever has the call.
  private boolean isInCall;
  private boolean isInAttempt;

  Passage(Guards guards, RetryEngine engine) {
    this.guards = guards;
    this.engine = engine;
  }

  /** Whether all let the call pass at once; it may have passed the outer ones alone. */
  boolean tryEnter() {
    isInCall = guards.aroundCall().tryEnter();
    isInAttempt = isInCall && guards.aroundAttempt().tryEnter();
    return isInAttempt;
  }

  /** The call has passed all of them by {@link GuardedOperation#tryEnter}. */
  void entered() {
    isInCall = true;
    isInAttempt = true;
  }

  boolean isInCall() {
    return isInCall;
  }

  /**
   * Asks those around the call, and waits for them.
   *
   * @param whenWaited is run once the answer is there, unless it is there at once
   * @return whether it is: {@link #callRefusedBy}
   */
  boolean entersCall(Runnable whenWaited) {
    return enters(guards.aroundCall(), whenWaited);
  }

  /** The same with those around the attempt: {@link #attemptRefusedBy}. */
  boolean entersAttempt(Runnable whenWaited) {
    return enters(guards.aroundAttempt(), whenWaited);
  }

  private boolean enters(Circle circle, Runnable whenWaited) {
    CircleEntry entry = circle.enterLater(engine, whenWaited);
    entering = entry;
    return entry.start();
  }

  /** To be asked once for each answer. Empty: the call is in. */
  Optional<? extends Guard> callRefusedBy() {
    Optional<? extends Guard> refusedBy = answer();
    isInCall = refusedBy.isEmpty();
    return refusedBy;
  }

  /** As {@link #callRefusedBy}. */
  Optional<? extends Guard> attemptRefusedBy() {
    Optional<? extends Guard> refusedBy = answer();
    isInAttempt = refusedBy.isEmpty();
    return refusedBy;
  }

  private Optional<? extends Guard> answer() {
    CircleEntry entry = entering;
    entering = null;
    return Objects.requireNonNull(entry).refusedBy();
  }

  /**
   * Nobody waits for the answer any more.
   *
   * @return whether it was still to come
   */
  boolean withdraw() {
    CircleEntry entry = entering;
    return entry != null && entry.withdraw();
  }

  void leaveAttempt(Verdict verdict) {
    if (isInAttempt) {
      isInAttempt = false;
      guards.aroundAttempt().leave(verdict);
    }
  }

  void leaveCall(Verdict verdict) {
    if (isInCall) {
      isInCall = false;
      guards.aroundCall().leave(verdict);
    }
  }

  /** Both, with the same words. */
  void leave(Verdict verdict) {
    leaveAttempt(verdict);
    leaveCall(verdict);
  }
}
