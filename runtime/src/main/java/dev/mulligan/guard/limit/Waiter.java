package dev.mulligan.guard.limit;

/** An entry in the queue of a {@link BulkheadGuard}. */
interface Waiter {

  /**
   * Called when the waiter has a permit, on the thread that released it: must neither block nor
   * throw.
   */
  void granted();
}
