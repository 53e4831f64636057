package dev.mulligan.retry;

/**
 * What follows the waiting of an {@link AsyncCall}. Called on a thread of this product that all
 * calls share, where neither the application's code may run nor anything that blocks.
 */
public interface Resumption {

  /** Make another attempt. */
  void attempt();

  /** There is no further attempt: the call ends with the last one's own exception or result. */
  void end();
}
