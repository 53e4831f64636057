package dev.mulligan.guard;

import dev.mulligan.guard.limit.Verdict;
import dev.mulligan.retry.Admission;
import java.util.Optional;

/**
 * The way of a call that holds no thread past its guards. Where an operation has none, all calls
 * share {@link #FREE}, and nothing is kept for any of them.
 */
interface Passage extends Admission {

  Passage FREE = new Passage() {};

  static Passage of(PendingCall call, GuardedOperation operation) {
    Guards guards = operation.guards();
    return guards.aroundCall().isEmpty() && guards.aroundAttempt().isEmpty()
        ? FREE
        : new GuardedPassage(call, operation);
  }

  /** Whether all let the call pass at once; it may have passed the outer ones alone. */
  default boolean tryEnter() {
    return true;
  }

  /** The call has passed all of them by {@link GuardedOperation#tryEnter}. */
  default void entered() {}

  /** Goes on with what {@link #tryEnter} left open, up to the first attempt or to the refusal. */
  default void enterLater() {}

  /** Why the next attempt must not be made although it is time for it; gives it once. */
  default Optional<Throwable> takeRefusal() {
    return Optional.empty();
  }

  @Override
  default boolean admits() {
    return true;
  }

  default void leaveAttempt(Verdict verdict) {}

  default void leaveCall(Verdict verdict) {}

  /** Both, with the same verdict. */
  default void leave(Verdict verdict) {
    leaveAttempt(verdict);
    leaveCall(verdict);
  }
}
