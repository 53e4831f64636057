package dev.mulligan.retry;

/** Has the last word before another attempt. */
public interface Admission {

  /**
   * Asked after the back-off. Where it refuses, the call ends as its last attempt did, with {@link
   * EndReason#REFUSED}.
   */
  boolean admits();
}
