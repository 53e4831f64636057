package dev.mulligan.retry;

import dev.mulligan.retry.failure.EndReason;
import java.time.Duration;

/** Has the last word before another attempt. */
public interface Admission {

  /** For calls that need none. A class, not a lambda, which would be made at the first failure. */
  Admission ALWAYS =
      new Admission() {
        @Override
        public boolean admits() {
          return true;
        }
      };

  /**
   * Asked before the back-off: whether it is worth the wait. Where it is not, the call ends with
   * {@link EndReason#REFUSED} at once.
   */
  default boolean mayAdmitAfter(Duration delay) {
    return true;
  }

  /**
   * Asked after the back-off. Where it refuses, the call ends as its last attempt did, with {@link
   * EndReason#REFUSED}.
   */
  boolean admits();

  /**
   * Of a call that holds no thread: asked after the back-off, before {@link #admits}, which the
   * decision is about.
   *
   * @param decided to be run once, now or later, on any thread; not after {@link #withdraw} gave
   *     true
   */
  default void decide(Runnable decided) {
    decided.run();
  }

  /**
   * Nobody waits for the decision any more.
   *
   * @return whether it was still to come
   */
  default boolean withdraw() {
    return false;
  }

  /** What was admitted does not start after all. */
  default void decline() {}
}
