package dev.mulligan.thread;

/**
 * Checks that the stack of the current thread has room, before something is taken that must be
 * given back, and before classes are initialised: a class whose initialisation a {@link
 * StackOverflowError} ends stays unusable for the rest of the process. The application may catch
 * that error, and the process goes on.
 *
 * <p>The JDK cannot tell how much room there is, so this class uses it.
 */
public final class StackRoom {

  /** Of at least 112 bytes each, as measured on JDK 17 and 25 on x64; 288 while interpreted. */
  private static final int FRAMES_FOR_A_CALL = 16;

  /** Some 35 KB: loading and initialising classes takes up to 20. */
  private static final int FRAMES_FOR_FIRST_USE = 320;

  private StackRoom() {}

  /**
   * Returns if there is room to enter and leave the guards of a call, whose classes are initialised
   * already. Takes some 50 ns.
   *
   * @throws StackOverflowError if there is none
   */
  public static void requireForCall() {
    require(FRAMES_FOR_A_CALL);
  }

  /**
   * Whether there is room to use code for the first time, or code that locks and calls deeply.
   * Takes about a microsecond.
   */
  public static boolean isEnoughForFirstUse() {
    try {
      require(FRAMES_FOR_FIRST_USE);
      return true;
    } catch (StackOverflowError e) {
      return false;
    }
  }

  private static void require(int frames) {
    long unused = reach(frames, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  /** All numbers are used after the inner call, so that each frame holds them. */
  private static long reach(
      int frames,
      long a,
      long b,
      long c,
      long d,
      long e,
      long f,
      long g,
      long h,
      long i,
      long j,
      long k,
      long l) {
    if (frames == 0) {
      return a;
    }
    return reach(frames - 1, l, a, b, c, d, e, f, g, h, i, j, k)
        + a
        + b
        + c
        + d
        + e
        + f
        + g
        + h
        + i
        + j
        + k
        + l;
  }
}
