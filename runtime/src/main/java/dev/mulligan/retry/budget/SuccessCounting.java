package dev.mulligan.retry.budget;

import dev.mulligan.retry.RetryEngine;

/**
 * Receives whether calls that succeed at once must be reported to the engine: while a budget is not
 * full, while an incident is open, and while all calls are counted.
 */
@FunctionalInterface
public interface SuccessCounting {

  /**
   * Receives a change. May be called by several threads at once.
   *
   * @param wanted whether {@link RetryEngine#succeeded} must be called for them
   */
  void want(boolean wanted);
}
