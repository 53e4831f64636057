package dev.mulligan.async;

import dev.mulligan.retry.AsyncCall;
import dev.mulligan.retry.Resumption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call whose attempts return {@link CompletionStage}s. It hears of the end of each attempt as a
 * {@link BiConsumer}, of the end of each wait as a {@link Resumption}, and runs further attempts as
 * a {@link Runnable}.
 */
final class StageCall implements BiConsumer<Object, Throwable>, Resumption, Runnable {

  private final Terms terms;
  private final Invocation invocation;
  private final CompletableFuture<Object> promised;
  private final Function<Object, CompletionStage<?>> asStage;
  private final long start;

  // Of the latest attempt. One thread at a time has to do with it.
  private volatile @Nullable AsyncCall call;
  private @Nullable Object value;
  private @Nullable Throwable failure;
  private boolean repeated;
  private volatile @Nullable CompletionStage<?> attempt;

  /**
   * @param asStage of what an attempt returns
   */
  StageCall(
      Terms terms,
      Invocation invocation,
      CompletableFuture<Object> promised,
      Function<Object, CompletionStage<?>> asStage) {
    this.asStage = asStage;
    this.terms = terms;
    this.invocation = invocation;
    this.promised = promised;
    this.start = terms.engine().now();
  }

  /**
   * Retries what this first attempt comes to.
   *
   * @return false when it is over already, and is what the caller is to get
   */
  boolean follows(CompletionStage<?> first) {
    hearOfTheEnd();
    await(first);
    return !promised.isDone() || repeated;
  }

  /**
   * Retries after a first attempt that threw instead of returning.
   *
   * @return false when the exception is to be thrown
   */
  boolean followsThrown(Throwable thrown) {
    failure = thrown;
    if (!begun().failed(thrown, this)) {
      return false;
    }
    hearOfTheEnd();
    return true;
  }

  /** The end of an attempt, on the thread that brought it about. */
  @Override
  public void accept(@Nullable Object result, @Nullable Throwable thrown) {
    attempt = null;
    value = result;
    failure = thrown;
    try {
      if (promised.isDone() || (thrown != null && Terms.isCancellation(thrown))) {
        abandon();
      } else if (isToBeRepeated(result, thrown)) {
        stopIfUnwanted();
        return;
      }
    } catch (Throwable own) {
      // Nothing of ours may leave the application waiting.
    }
    settle();
  }

  @Override
  public void attempt() {
    try {
      AttemptThreads.of(promised).execute(this);
    } catch (Throwable rejected) {
      settle();
    }
  }

  @Override
  public void end() {
    try {
      AttemptThreads.of(promised).execute(this::settle);
    } catch (Throwable rejected) {
      settle();
    }
  }

  @Override
  public void run() {
    if (promised.isDone()) {
      abandon();
      return;
    }
    CompletionStage<?> next;
    try {
      Object returned = invocation.run();
      next = returned == null ? null : asStage.apply(returned);
    } catch (Throwable thrown) {
      accept(null, thrown);
      return;
    }
    if (next == null) {
      settle();
    } else {
      await(next);
    }
  }

  private void await(CompletionStage<?> next) {
    attempt = next;
    try {
      next.whenComplete(this);
    } catch (Throwable ofTheStage) {
      accept(null, ofTheStage);
    }
    if (promised.isDone()) {
      cancelAttempt();
    }
  }

  /** From then on another thread may make the next attempt. */
  private boolean isToBeRepeated(@Nullable Object result, @Nullable Throwable thrown) {
    if (thrown != null) {
      return begun().failed(Terms.unwrapped(thrown), this);
    }
    AsyncCall begun = call;
    if (begun == null && !terms.retriesResult(result)) {
      terms.succeeded(invocation);
      return false;
    }
    if (begun == null) {
      return begun().returned(result, this);
    }
    if (terms.judgesResults()) {
      return begun.returned(result, this);
    }
    begun.succeeded();
    return false;
  }

  private AsyncCall begun() {
    AsyncCall begun = call;
    if (begun == null) {
      begun = terms.begin(start, invocation);
      call = begun;
    }
    return begun;
  }

  private void settle() {
    if (failure == null) {
      promised.complete(value);
    } else {
      promised.completeExceptionally(failure);
    }
  }

  private void hearOfTheEnd() {
    var unused = promised.whenComplete(this::settled);
  }

  /** By us, or by the application, which may cancel it or set a time limit. */
  private void settled(@Nullable Object result, @Nullable Throwable thrown) {
    stopIfUnwanted();
    cancelAttempt();
  }

  private void stopIfUnwanted() {
    AsyncCall waiting = call;
    if (waiting != null && promised.isDone()) {
      waiting.cancel();
    }
  }

  private void cancelAttempt() {
    if (attempt instanceof Future<?> running) {
      try {
        running.cancel(true);
      } catch (UnsupportedOperationException onlyItsMakerMay) {
        // A stage that hides its future.
      }
    }
  }

  private void abandon() {
    AsyncCall begun = call;
    if (begun != null) {
      begun.abandoned();
    }
  }
}
