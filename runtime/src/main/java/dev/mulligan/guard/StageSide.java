package dev.mulligan.guard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The side of a call whose attempts return {@link CompletionStage}s. It is itself the completion
 * callback of the caller's future, which spares each waiting call an object.
 */
public abstract class StageSide<T extends @Nullable Object>
    implements AsyncSide, BiConsumer<T, @Nullable Throwable> {

  private final AsyncExecution call;
  private final CompletableFuture<T> promised;

  /**
   * @param promised what the caller gets
   */
  protected StageSide(AsyncExecution call, CompletableFuture<T> promised) {
    this.call = call;
    this.promised = promised;
  }

  /** What the caller gets. */
  protected final CompletableFuture<T> promised() {
    return promised;
  }

  /**
   * Makes an attempt on this thread.
   *
   * @return null in the place of a stage: it comes to null
   */
  protected abstract @Nullable CompletionStage<?> makeAttempt() throws Throwable;

  /** Where further attempts run. */
  protected abstract Executor executor();

  /** Makes the first attempt on this thread. */
  protected final void run() {
    call.run(this);
    followCaller();
  }

  /** The first attempt has returned this. */
  protected final void follow(CompletionStage<?> first) {
    AsyncAttempt attempt = call.follow(this, first);
    listen(attempt, first);
    followCaller();
  }

  /** The first attempt threw instead of returning. */
  protected final void followThrown(Throwable thrown) {
    call.followThrown(this, thrown);
    followCaller();
  }

  /** The first attempt has yet to be made. */
  protected final void enterLater() {
    call.enterLater(this);
    followCaller();
  }

  /** The call goes on without this. */
  protected final void forget() {
    call.forget();
  }

  /** The caller may cancel its future or set a time limit. */
  private void followCaller() {
    if (!promised.isDone()) {
      var unused = promised.whenComplete(this);
    }
  }

  /** The caller's future is complete. */
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

  /** Whatever the cancelling of a future throws, such as one that only its maker may cancel. */
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
  @SuppressWarnings({"unchecked", "NullAway"}) // what an attempt came to; null only where T is
  public final void settle(@Nullable Object value, @Nullable Throwable failure) {
    if (failure == null) {
      promised.complete((T) value);
    } else {
      promised.completeExceptionally(failureOf(failure));
    }
  }

  /** What the caller's future fails with when an attempt has failed with this. */
  protected Throwable failureOf(Throwable failure) {
    return failure;
  }

  /** The caller's future is settled with what this comes to. */
  protected final void settleWith(CompletionStage<?> standingIn) {
    standingIn.whenComplete(this::settle);
    var unused = promised.whenComplete((value, failure) -> cancel(standingIn));
  }
}
