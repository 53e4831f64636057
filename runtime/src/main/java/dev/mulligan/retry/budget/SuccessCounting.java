package dev.mulligan.retry.budget;

import dev.mulligan.retry.RetryEngine;

/**
 * Hears when calls that succeed at once begin and cease to matter: while a budget is not full, from
 * the notification of a failure until that of its end, and while all calls are counted.
 */
@FunctionalInterface
public interface SuccessCounting {

  /**
   * May be called by many threads at once.
   *
   * @param wanted whether {@link RetryEngine#succeeded} wants to hear of them
   */
  void want(boolean wanted);
}
