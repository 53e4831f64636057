package dev.mulligan.guard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The side of a call whose attempts return {@link CompletionStage}s. It is itself the completion
 * callback of the caller's future, which saves each waiting call an object.
 */
public abstract class StageSide<T extends @Nullable Object>
    implements AsyncSide, BiConsumer<T, @Nullable Throwable> {

  private final AsyncExecution call;
  private final CompletableFuture<T> promised;

  /**
   * @param promised the future that the caller gets
   */
  protected StageSide(AsyncExecution call, CompletableFuture<T> promised) {
    this.call = call;
    this.promised = promised;
  }

  /** Returns the future that the caller gets. */
  protected final CompletableFuture<T> promised() {
    return promised;
  }

  /**
   * Makes an attempt on this thread.
   *
   * @return null instead of a stage counts as the result null
   */
  protected abstract @Nullable CompletionStage<?> makeAttempt() throws Throwable;

  /** Returns the executor of further attempts. */
  protected abstract Executor executor();

  /** Makes the first attempt on this thread. */
  protected final void run() {
    call.run(this);
    followCaller();
  }

  /** Continues after the first attempt has returned a stage. */
  protected final void follow(CompletionStage<?> first) {
    AsyncAttempt attempt = call.follow(this, first);
    listen(attempt, first);
    followCaller();
  }

  /** Continues after the first attempt threw instead of returning. */
  protected final void followThrown(Throwable thrown) {
    call.followThrown(this, thrown);
    followCaller();
  }

  /** Continues before the first attempt, which waits for a permit. */
  protected final void enterLater() {
    call.enterLater(this);
    followCaller();
  }

  /** Detaches the call from this side. */
  protected final void forget() {
    call.forget();
  }

  /** Subscribes to the caller's future, which the caller may cancel or complete with a time-out. */
  private void followCaller() {
    if (!promised.isDone()) {
      var unused = promised.whenComplete(this);
    }
  }

  /** Called when the caller's future is completed. */
  @Override
  public final void accept(@Nullable T value, @Nullable Throwable failure) {
    call.stop();
  }

  @Override
  public final void dispatch(Runnable task) {
    executor().execute(task);
  }

  @Override
  public final void run(AsyncAttempt attempt) {
    CompletionStage<?> stage;
    try {
      stage = makeAttempt();
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

  private static void listen(AsyncAttempt attempt, CompletionStage<?> stage) {
    try {
      stage.whenComplete(attempt);
    } catch (Throwable ofTheStage) {
      attempt.accept(null, ofTheStage);
    }
  }

  @Override
  public final void cancel(AsyncAttempt attempt) {
    cancel(attempt.future());
  }

  /** Cancels a future and ignores exceptions; some futures may be cancelled only by their owner. */
  private static void cancel(@Nullable Object future) {
    if (future instanceof Future<?> running) {
      try {
        running.cancel(true);
      } catch (Throwable ofTheFuture) {
        // The call ends as it would have.
      }
    }
  }

  @Override
  public final boolean isUnwanted() {
    return promised.isDone();
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // the result of an attempt; null only if T allows it
  public final void settle(@Nullable Object value, @Nullable Throwable failure) {
    if (failure == null) {
      promised.complete((T) value);
    } else {
      promised.completeExceptionally(failureOf(failure));
    }
  }

  /** Returns the failure of the caller's future for an attempt's failure. */
  protected Throwable failureOf(Throwable failure) {
    return failure;
  }

  /** Completes the caller's future with the outcome of this stage. */
  protected final void settleWith(CompletionStage<?> substitute) {
    substitute.whenComplete(this::settle);
    var unused = promised.whenComplete((value, failure) -> cancel(substitute));
  }
}
