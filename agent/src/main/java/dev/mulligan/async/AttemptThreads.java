package dev.mulligan.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Where further attempts run: never on this product's own thread. */
public final class AttemptThreads {

  private AttemptThreads() {}

  /**
   * Where the future runs its {@code async} stages by default. For the JDK's own futures that is
   * the common pool, also where they would start a thread for each task because it has only one
   * thread.
   */
  public static Executor of(CompletableFuture<?> future) {
    return future.getClass() == CompletableFuture.class && isCommonPoolAlive()
        ? ForkJoinPool.commonPool()
        : future.defaultExecutor();
  }

  /** Where the application has no say in it. */
  public static Executor common() {
    return of(new CompletableFuture<>());
  }

  private static boolean isCommonPoolAlive() {
    return ForkJoinPool.getCommonPoolParallelism() > 0;
  }
}
