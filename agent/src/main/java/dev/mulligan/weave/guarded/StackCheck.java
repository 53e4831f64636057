package dev.mulligan.weave.guarded;

import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.thread.FirstUses;
import dev.mulligan.thread.StackRoom;

/** Tells whether the thread's stack has room for the guards of a method. */
final class StackCheck {

  private final FirstUses entries = new FirstUses();
  private final FirstUses failures = new FirstUses();

  /**
   * Checked before anything is acquired. The end of the call is handled at the same depth of the
   * stack, so that there is room to give everything back.
   */
  boolean mayEnter(GuardedOperation operation) {
    if (!entries.areOver()) {
      return entries.allow();
    }
    if (!operation.holdsSomething()) {
      return true;
    }
    try {
      StackRoom.requireForCall();
      return true;
    } catch (StackOverflowError e) {
      return false;
    }
  }

  /** Whether a failure can be handled; otherwise the call only gives back what it holds. */
  boolean mayHandle(Throwable thrown) {
    return !(thrown instanceof StackOverflowError) && failures.allow();
  }
}
