package dev.mulligan.it.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until another process has done something. */
public final class Waiting {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration STEP = Duration.ofMillis(20);

  private Waiting() {}

  /**
   * Returns when it is so.
   *
   * @param report for the error's message
   * @throws AssertionError when it is not so within a minute
   */
  public static void until(BooleanSupplier wanted, Supplier<String> report) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("It did not happen within " + PATIENCE + ". " + report.get());
      }
      during(STEP);
    }
  }

  /** For what must not happen. */
  public static void during(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
