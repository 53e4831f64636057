package dev.mulligan.benchmarks.async;

import com.acme.shop.Parcels;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;

/**
 * The measured process. It prints threads and bytes per waiting call, including the objects that
 * the caller holds.
 */
final class WaitingCalls {

  private static final int WARM_UP = 1_000;
  private static final Parcels PARCELS = new Parcels();

  private WaitingCalls() {}

  /**
   * @param args {@code plain} or {@code failsafe}, and how many calls
   */
  public static void main(String[] args) throws InterruptedException {
    IntFunction<CompletionStage<String>> call =
        args[0].equals("failsafe") ? failsafe() : PARCELS::track;
    int calls = Integer.parseInt(args[1]);
    int threads = threads();
    CompletionStage<?>[] warm = make(call, WARM_UP);
    long before = used();
    CompletionStage<?>[] waiting = make(call, calls);
    long bytes = used() - before;
    int more = threads() - threads;
    if (warm.length + waiting.length != PARCELS.attempts()) {
      throw new IllegalStateException("another number of attempts: " + PARCELS.attempts());
    }
    System.out.println(more + " " + (double) bytes / calls);
    System.exit(0); // the calls would wait for minutes
  }

  private static IntFunction<CompletionStage<String>> failsafe() {
    FailsafeExecutor<String> failsafe =
        Failsafe.with(
            RetryPolicy.<String>builder()
                .withDelay(Duration.ofMinutes(10))
                .withMaxRetries(2)
                .build());
    return parcel -> failsafe.getStageAsync(() -> PARCELS.track(parcel));
  }

  private static CompletionStage<?>[] make(IntFunction<CompletionStage<String>> call, int count)
      throws InterruptedException {
    int before = PARCELS.attempts();
    CompletionStage<?>[] made = new CompletableFuture<?>[count];
    for (int i = 0; i < count; i++) {
      made[i] = call.apply(i);
    }
    while (PARCELS.attempts() < before + count) {
      Thread.sleep(10);
    }
    Thread.sleep(500); // let the work after the last attempt finish
    return made;
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
