package dev.mulligan.benchmarks.notify;

import com.acme.shop.Receipts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** The measured process: it makes calls that fail and prints their cost. */
final class FailingCalls {

  private static final Receipts RECEIPTS = new Receipts();

  private FailingCalls() {}

  /**
   * @param args what to do, and how many calls
   */
  public static void main(String[] args) throws IOException {
    int calls = Integer.parseInt(args[1]);
    switch (args[0]) {
      case "each" -> each(calls);
      case "storm" -> storm(calls);
      case "crash" -> crash(calls);
      case "wait" -> waitForInput();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /**
   * Prints the median time of a call in nanoseconds. It pauses between calls, as failing calls are
   * rare.
   */
  private static void each(int calls) {
    long[] nanos = new long[calls];
    for (int i = -calls; i < calls; i++) {
      long start = System.nanoTime();
      fail(i);
      long took = System.nanoTime() - start;
      if (i >= 0) {
        nanos[i] = took;
      }
      LockSupport.parkNanos(100_000);
    }
    Arrays.sort(nanos);
    System.out.println(nanos[calls / 2]);
  }

  /** Prints how many milliseconds the second half took, without any pause, on two threads. */
  private static void storm(int calls) {
    onTwoThreads(calls / 2);
    long start = System.nanoTime();
    onTwoThreads(calls / 2);
    System.out.println((System.nanoTime() - start) / 1_000_000.0);
  }

  private static void onTwoThreads(int calls) {
    Thread other = new Thread(() -> failTimes(calls / 2));
    other.start();
    failTimes(calls / 2);
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void failTimes(int calls) {
    for (int i = 0; i < calls; i++) {
      fail(i);
    }
  }

  /** Ends the process like {@code kill -9}. */
  private static void crash(int calls) {
    failTimes(calls);
    System.out.println(calls);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  /** Prints the maximum of used heap, in bytes, when it reads a line. */
  private static void waitForInput() throws IOException {
    int unused = System.in.read();
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        peak += pool.getPeakUsage().getUsed();
      }
    }
    System.out.println(peak);
  }

  private static void fail(int number) {
    try {
      RECEIPTS.print(number);
    } catch (IOException e) {
      return;
    }
    throw new IllegalStateException("it did not fail");
  }
}
