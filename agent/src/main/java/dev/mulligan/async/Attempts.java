package dev.mulligan.async;

import dev.mulligan.retry.failure.CallId;

/** Makes the current attempt visible to the application where an attempt is a subscription. */
public interface Attempts {

  /**
   * Runs a part of an attempt on this thread; meanwhile this thread can query the attempt.
   *
   * @param number from 1
   */
  void run(CallId call, int number, Runnable part);
}
