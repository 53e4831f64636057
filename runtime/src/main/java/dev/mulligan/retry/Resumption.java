package dev.mulligan.retry;

/**
 * The completion callback of an {@link AsyncCall}'s back-off. It runs on one of Mulligan's threads,
 * which all calls share: it must neither run application code nor block.
 */
public interface Resumption {

  /** Starts another attempt. */
  void attempt();

  /** Ends the call with the last attempt's own exception or result: there is no further attempt. */
  void end();
}
