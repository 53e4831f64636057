package dev.mulligan.async;

import dev.mulligan.retry.failure.CallId;

/** Lets the application ask for the attempt that it is in, where an attempt is a subscription. */
public interface Attempts {

  /**
   * Runs a part of an attempt on this thread, which may ask meanwhile.
   *
   * @param number from 1
   */
  void run(CallId call, int number, Runnable part);
}
