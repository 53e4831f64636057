package dev.mulligan.retry;

import java.time.Duration;

/** Has the last word before another attempt. */
public interface Admission {

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
}
