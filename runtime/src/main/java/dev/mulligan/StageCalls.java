package dev.mulligan;

import dev.mulligan.retry.Admission;
import dev.mulligan.retry.AsyncCall;
import dev.mulligan.retry.Resumption;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call whose attempts return stages. It hears of the end of each attempt as a {@link
 * BiConsumer}, of the end of each wait as a {@link Resumption}, and runs further attempts as a
 * {@link Runnable}.
 */
final class StageCalls<T extends @Nullable Object>
    implements BiConsumer<T, @Nullable Throwable>, Resumption, Runnable {

  private final Retry retry;
  private final Supplier<? extends CompletionStage<T>> work;
  private final CompletableFuture<T> promised = new CompletableFuture<>();
  private final long start;

  // One thread at a time has to do with an attempt.
  private volatile @Nullable AsyncCall call;
  private volatile @Nullable CompletionStage<T> attempt;
  private @Nullable T value;
  private @Nullable Throwable failure;

  StageCalls(Retry retry, Supplier<? extends CompletionStage<T>> work) {
    this.retry = retry;
    this.work = work;
    this.start = retry.engine().now();
  }

  CompletableFuture<T> begin() {
    var unused = promised.whenComplete((result, thrown) -> settled());
    run();
    return promised;
  }

  /** Makes an attempt. */
  @Override
  public void run() {
    if (promised.isDone()) {
      abandon();
      return;
    }
    try {
      CompletionStage<T> next =
          Objects.requireNonNull(work.get(), "the work returned null instead of a stage");
      attempt = next;
      next.whenComplete(this);
    } catch (Throwable thrown) {
      accept(null, thrown);
      return;
    }
    if (promised.isDone()) {
      cancelAttempt();
    }
  }

  /** The end of an attempt, on the thread that brought it about. */
  @Override
  public void accept(@Nullable T result, @Nullable Throwable thrown) {
    attempt = null;
    value = result;
    failure = thrown == null ? null : unwrapped(thrown);
    if (promised.isDone() || failure instanceof CancellationException) {
      abandon();
    } else if (isToBeRepeated()) {
      cancelIfUnwanted();
      return;
    }
    settle();
  }

  @Override
  public void attempt() {
    try {
      retry.executor().execute(this);
    } catch (Throwable refusal) {
      failure = rejected(refusal);
      begun().failedForGood(failure);
      settle();
    }
  }

  @Override
  public void end() {
    try {
      retry.executor().execute(this::settle);
    } catch (Throwable refusal) {
      settle(); // the result must not be lost, whoever's thread this is
    }
  }

  private boolean isToBeRepeated() {
    Throwable thrown = failure;
    if (thrown != null) {
      return begun().failed(thrown, this);
    }
    if (call == null && !retry.isFailure(value)) {
      retry.succeededAtOnce();
      return false;
    }
    return begun().returned(value, this);
  }

  private AsyncCall begun() {
    AsyncCall begun = call;
    if (begun == null) {
      begun =
          retry
              .engine()
              .beginAsync(
                  retry.operationCounted(), retry.strategy(), null, start, Admission.ALWAYS);
      call = begun;
    }
    return begun;
  }

  @SuppressWarnings("NullAway") // null only where T admits it
  private void settle() {
    Throwable thrown = failure;
    if (thrown == null) {
      promised.complete(value);
    } else {
      promised.completeExceptionally(thrown);
    }
  }

  /** By us, or by the application, which may cancel it or set a time limit. */
  private void settled() {
    cancelIfUnwanted();
    cancelAttempt();
  }

  private void cancelIfUnwanted() {
    AsyncCall waiting = call;
    if (waiting != null && promised.isDone()) {
      waiting.cancel();
    }
  }

  private void cancelAttempt() {
    if (attempt instanceof Future<?> running) {
      running.cancel(true);
    }
  }

  private void abandon() {
    AsyncCall begun = call;
    if (begun != null) {
      begun.abandoned();
    }
  }

  private RejectedExecutionException rejected(Throwable refusal) {
    return new RejectedExecutionException(
        "The executor of '"
            + retry.operation()
            + "' rejected another attempt: let it run until its calls have ended, or name another",
        refusal);
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable own = thrown;
    while ((own instanceof CompletionException || own instanceof ExecutionException)
        && own.getCause() != null) {
      own = own.getCause();
    }
    return own;
  }
}
