package dev.mulligan.weave.guarded;

import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.thread.StackRoom;

/**
 * Tells whether the thread's stack has room for the guards of a method. Each path needs more of it
 * at first, while its classes are initialised. Not synchronized: a lost count costs a microsecond.
 */
final class Room {

  private static final int FIRST_USES = 50;

  private int entries;
  private int failures;

  /**
   * Checked before anything is acquired. The end of the call is handled at the same depth of the
   * stack, so that there is room to give everything back.
   */
  boolean isEnoughToEnter(GuardedOperation operation) {
    if (entries < FIRST_USES) {
      boolean isEnough = StackRoom.isEnoughForFirstUse();
      entries += isEnough ? 1 : 0;
      return isEnough;
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
  boolean isEnoughAfter(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return false;
    }
    if (failures < FIRST_USES) {
      boolean isEnough = StackRoom.isEnoughForFirstUse();
      failures += isEnough ? 1 : 0;
      return isEnough;
    }
    return true;
  }
}
