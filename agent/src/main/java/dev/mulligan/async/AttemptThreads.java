package dev.mulligan.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Chooses the executor of the attempts after the first; it is never a thread of the agent. */
public final class AttemptThreads {

  private AttemptThreads() {}

  /**
   * The executor in which the future runs its {@code async} stages by default. For the JDK's own
   * futures that is the common pool, even where they would start a thread for each task because the
   * pool has only one thread.
   */
  public static Executor of(CompletableFuture<?> future) {
    return future.getClass() == CompletableFuture.class && isCommonPoolAlive()
        ? ForkJoinPool.commonPool()
        : future.defaultExecutor();
  }

  /** The executor where the application does not choose one. */
  public static Executor common() {
    return of(new CompletableFuture<>());
  }

  private static boolean isCommonPoolAlive() {
    return ForkJoinPool.getCommonPoolParallelism() > 0;
  }
}
