package dev.mulligan.guard.limit;

/** Stands in the queue of a {@link BulkheadGuard}. */
interface Waiter {

  /** It has a place now. Called by whoever left one: must neither block nor throw. */
  void granted();
}
