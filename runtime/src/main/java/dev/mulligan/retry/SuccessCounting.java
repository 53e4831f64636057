package dev.mulligan.retry;

/**
 * Told when calls that succeed at once begin and cease to matter: while a budget is not full, from
 * the time that people were told of a failure until they are told that it is over, and while all
 * calls are counted.
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
