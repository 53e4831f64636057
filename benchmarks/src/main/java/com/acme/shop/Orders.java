package com.acme.shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * An application whose service is dead: many threads that each want to place an order a second, for
 * so many seconds. Prints how many orders that were, and how often the service was asked.
 */
public final class Orders {

  /** As a rule names it. */
  public static final String METHOD = "com.acme.shop.Orders.place(int)";

  private static final LongAdder CALLS = new LongAdder();
  private static final LongAdder ATTEMPTS = new LongAdder();
  private static final long PERIOD = TimeUnit.SECONDS.toNanos(1);

  private Orders() {}

  /**
   * @param arguments port, threads, seconds
   */
  public static void main(String[] arguments) throws InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    int threads = Integer.parseInt(arguments[1]);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2]));
    CountDownLatch running = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      long start = System.nanoTime() + PERIOD * i / threads;
      Thread thread =
          new Thread(
              () -> {
                placeUntil(end, start, port);
                running.countDown();
              });
      thread.setDaemon(true);
      thread.start();
    }
    running.await();
    System.out.println(CALLS.sum() + " " + ATTEMPTS.sum());
  }

  /** A call that takes longer than its second delays the next one; none is made up for. */
  private static void placeUntil(long end, long start, int port) {
    for (long next = start; next - end < 0; next = Math.max(next + PERIOD, System.nanoTime())) {
      sleepUntil(next);
      CALLS.increment();
      try {
        place(port);
      } catch (IOException expected) {
        // The service is dead.
      }
    }
  }

  private static void sleepUntil(long time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time - System.nanoTime());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void place(int port) throws IOException {
    ATTEMPTS.increment();
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }
}
