package dev.mulligan.firstuse;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * Tells whether the classes that a failed call and its notification need may be initialised now.
 *
 * <p>A class whose static initialiser fails is unusable from then on. Some classes of the JDK open
 * files there, and every initialiser allocates. So until all these classes have been used once,
 * whoever needs them asks first, and waits or does without if files or memory are short.
 */
public final class FirstUse {

  /** What the initialisation of all these classes needs at most, with a margin. */
  private static final long NOTIFIER_BYTES = 4L << 20;

  private static final long CALL_BYTES = 1L << 20;

  /** The share of a small heap that must be free. */
  private static final int SHARE = 8;

  private static final int BLOCK_BYTES = 64 * 1_024;

  /** The JDK reads its security settings, certificates and libraries, some of them together. */
  private static final int FILES = 6;

  private static final long RECENT_NANOS = 10_000_000;

  private static volatile boolean isOver;
  private static volatile long lastGoodNanos;
  private static volatile boolean wasGood;

  private FirstUse() {}

  /**
   * Records that all these classes have been used, so that nobody needs to ask any more: after a
   * rehearsal, or after a receiver has answered.
   */
  public static void over() {
    isOver = true;
  }

  /** Whether all these classes have been used. */
  public static boolean isOver() {
    return isOver;
  }

  /**
   * Whether the classes of the notifier may be used now. Allocates little, and opens a few files
   * for a moment; an answer holds for ten milliseconds.
   */
  public static boolean isSafe() {
    if (isOver) {
      return true;
    }
    long now = System.nanoTime();
    if (wasGood && now - lastGoodNanos < RECENT_NANOS) {
      return true;
    }
    boolean isGood = free() >= needed(NOTIFIER_BYTES) && hasFiles();
    lastGoodNanos = now;
    wasGood = isGood;
    return isGood;
  }

  /**
   * Ensures that there is memory for the classes of a failing call.
   *
   * @throws OutOfMemoryError if there is not
   */
  public static void requireMemoryForCalls() {
    long bytes = needed(CALL_BYTES);
    if (isOver || free() >= bytes) {
      return;
    }
    // Garbage is not free yet: an allocation in small blocks lets the JVM collect it.
    byte[][] blocks = new byte[(int) (bytes / BLOCK_BYTES)][];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new byte[BLOCK_BYTES];
    }
  }

  private static long needed(long bytes) {
    return Math.min(bytes, Runtime.getRuntime().maxMemory() / SHARE);
  }

  private static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }

  private static boolean hasFiles() {
    File file = new File(System.getProperty("java.home", ""), "lib/modules");
    if (!file.isFile()) {
      return true; // nothing to try it with
    }
    FileInputStream[] open = new FileInputStream[FILES];
    try {
      for (int i = 0; i < open.length; i++) {
        open[i] = new FileInputStream(file);
      }
      return true;
    } catch (IOException | SecurityException none) {
      return false;
    } finally {
      close(open);
    }
  }

  private static void close(FileInputStream[] open) {
    for (FileInputStream file : open) {
      if (file != null) {
        try {
          file.close();
        } catch (IOException e) {
          // It was only opened to see whether it can be.
        }
      }
    }
  }
}
