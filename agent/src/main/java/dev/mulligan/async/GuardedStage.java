package dev.mulligan.async;

import dev.mulligan.guard.AsyncGuardedCall;
import dev.mulligan.guard.AsyncSide;
import dev.mulligan.guard.GuardedAttempt;
import dev.mulligan.retry.CallId;
import dev.mulligan.retry.RetryEngine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The side of a guarded call whose attempts return {@link CompletionStage}s, or are as these. */
final class GuardedStage implements AsyncSide {

  private final RetryEngine engine;
  private final Invocation invocation;
  private final FallbackMethod fallback;
  private final CompletableFuture<Object> promised = new CompletableFuture<>();
  private final Function<Object, CompletionStage<?>> asStage;
  private volatile @Nullable Object standingIn;

  /**
   * @param asStage of what an attempt returns
   */
  GuardedStage(
      RetryEngine engine,
      Invocation invocation,
      FallbackMethod fallback,
      Function<Object, CompletionStage<?>> asStage) {
    this.engine = engine;
    this.invocation = invocation;
    this.fallback = fallback;
    this.asStage = asStage;
  }

  /** What the caller gets. */
  CompletableFuture<Object> promised() {
    return promised;
  }

  /** The call begins with an attempt that has returned this. */
  void follow(AsyncGuardedCall call, Object returned) {
    CompletionStage<?> first = asStage.apply(returned);
    GuardedAttempt attempt = call.follow(this, first);
    hearOfTheEnd(call);
    listen(attempt, first);
  }

  /** Whether the call is over, with nothing but this. */
  boolean hasFailedWith(Throwable thrown) {
    return promised.isCompletedExceptionally() && failure() == thrown;
  }

  private @Nullable Throwable failure() {
    return promised.handle((value, failure) -> failure).getNow(null);
  }

  /** The call's first attempt has yet to be made. */
  void beginUnrun() {
    invocation.beginUnrun();
  }

  /** Ends what the call waits for when the application cancels it or sets a time limit. */
  void hearOfTheEnd(AsyncGuardedCall call) {
    var unused =
        promised.whenComplete(
            (value, failure) -> {
              call.stop();
              cancel(standingIn);
            });
  }

  @Override
  public CallId id() {
    return invocation.id(engine);
  }

  @Override
  public boolean dispatch(Runnable task) {
    try {
      AttemptThreads.of(promised).execute(task);
      return true;
    } catch (Throwable rejected) {
      return false;
    }
  }

  @Override
  public void run(GuardedAttempt attempt) {
    CompletionStage<?> stage;
    try {
      Object returned = invocation.run();
      stage = returned == null ? null : asStage.apply(returned);
    } catch (Throwable thrown) {
      attempt.accept(null, thrown);
      return;
    }
    if (stage == null) {
      attempt.accept(null, null);
    } else {
      attempt.follows(stage);
      listen(attempt, stage);
    }
  }

  private static void listen(GuardedAttempt attempt, CompletionStage<?> stage) {
    try {
      stage.whenComplete(attempt);
    } catch (Throwable ofTheStage) {
      attempt.accept(null, ofTheStage);
    }
  }

  @Override
  public void cancel(GuardedAttempt attempt) {
    cancel(attempt.future());
  }

  private static void cancel(@Nullable Object future) {
    if (future instanceof Future<?> running) {
      try {
        running.cancel(true);
      } catch (Throwable onlyItsMakerMay) {
        // A stage that hides its future.
      }
    }
  }

  @Override
  public boolean isUnwanted() {
    return promised.isDone();
  }

  @Override
  public void settle(@Nullable Object value, @Nullable Throwable failure) {
    if (failure == null) {
      promised.complete(value);
    } else {
      promised.completeExceptionally(failure);
    }
  }

  @Override
  public void fallBack(@Nullable Object value, @Nullable Throwable failure) {
    Object returned;
    try {
      returned = fallback.call(invocation);
    } catch (Throwable thrown) {
      promised.completeExceptionally(thrown);
      return;
    }
    if (returned == null) {
      settle(value, failure);
      return;
    }
    CompletionStage<?> stage = asStage.apply(returned);
    standingIn = stage;
    stage.whenComplete(this::settle);
    if (promised.isDone()) {
      cancel(stage);
    }
  }
}
