package dev.mulligan.retry;

import dev.mulligan.retry.failure.EndReason;
import java.time.Duration;

/**
 * Decides, immediately before an attempt, whether it may run. A guard such as a circuit breaker or
 * a rate limit implements it.
 */
public interface Admission {

  /**
   * Admits every attempt. A class, not a lambda: linking a lambda would delay the first failure.
   */
  Admission ALWAYS =
      new Admission() {
        @Override
        public boolean admits() {
          return true;
        }
      };

  /**
   * Called before the back-off: whether the attempt could be admitted after this delay. If not, the
   * call ends at once with {@link EndReason#REFUSED}.
   */
  default boolean mayAdmitAfter(Duration delay) {
    return true;
  }

  /**
   * Called after the back-off: whether the attempt may run. If not, the call ends as its last
   * attempt did, with {@link EndReason#REFUSED}.
   */
  boolean admits();

  /**
   * Prepares the decision for a call that holds no thread. Called after the back-off and before
   * {@link #admits}.
   *
   * @param decided to be run once, now or later, on any thread; not after {@link #withdraw} has
   *     returned true
   */
  default void decide(Runnable decided) {
    decided.run();
  }

  /**
   * Cancels the pending decision.
   *
   * @return whether it was still pending
   */
  default boolean withdraw() {
    return false;
  }

  /** Releases what {@link #admits} acquired: the admitted attempt will not run. */
  default void decline() {}
}
