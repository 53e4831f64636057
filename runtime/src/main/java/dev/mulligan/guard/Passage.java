package dev.mulligan.guard;

import dev.mulligan.guard.limit.Verdict;
import dev.mulligan.retry.Admission;
import java.util.Optional;

/**
 * The permits of one asynchronous call. Operations without guards share {@link #FREE}, which holds
 * nothing.
 */
interface Passage extends Admission {

  Passage FREE = new Passage() {};

  static Passage of(PendingCall call, GuardedOperation operation) {
    Guards guards = operation.guards();
    return guards.aroundCall().isEmpty() && guards.aroundAttempt().isEmpty()
        ? FREE
        : new GuardedPassage(call, operation);
  }

  /**
   * Acquires all permits if none requires waiting.
   *
   * @return false if one is missing; the call may then hold the outer ones
   */
  default boolean tryEnter() {
    return true;
  }

  /** Marks all permits as acquired by {@link GuardedOperation#tryEnter}. */
  default void entered() {}

  /** Continues a {@link #tryEnter} that returned false, until the first attempt or the refusal. */
  default void enterLater() {}

  /** Returns why the next attempt was refused, and clears the refusal. */
  default Optional<Throwable> takeRefusal() {
    return Optional.empty();
  }

  @Override
  default boolean admits() {
    return true;
  }

  default void leaveAttempt(Verdict verdict) {}

  default void leaveCall(Verdict verdict) {}

  /** Releases both, with the same verdict. */
  default void leave(Verdict verdict) {
    leaveAttempt(verdict);
    leaveCall(verdict);
  }
}
