package com.acme.shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * An application whose service is down: many threads each try to place one order per second for a
 * given time. It prints the number of orders and of requests to the service.
 */
public final class Orders {

  /** The method pattern for a rule. */
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

  /**
   * A call that takes longer than its second delays the next one; missed calls are not repeated.
   */
  private static void placeUntil(long end, long start, int port) {
    for (long next = start; next - end < 0; next = Math.max(next + PERIOD, System.nanoTime())) {
      sleepUntil(next);
      CALLS.increment();
      try {
        place(port);
      } catch (IOException expected) {
        // The service is down.
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
