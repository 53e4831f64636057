package dev.mulligan.thread;

/**
 * Allows the first uses of some code only where the stack has room to initialise its classes. Not
 * synchronized: a lost count costs one more check, a microsecond.
 */
public final class FirstUses {

  /** So many that every class has been needed; a guess with a wide margin. */
  private static final int FIRST = 50;

  private int allowed;

  /** Whether the code may be used now; always true after the first uses. */
  public boolean allow() {
    if (allowed >= FIRST) {
      return true;
    }
    boolean isEnough = StackRoom.isEnoughForFirstUse();
    allowed += isEnough ? 1 : 0;
    return isEnough;
  }

  /** Whether the first uses are over. */
  public boolean areOver() {
    return allowed >= FIRST;
  }
}
