package dev.mulligan.async.suspend;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.LibraryFunction;
import dev.mulligan.guard.AsyncAttempt;
import dev.mulligan.guard.AsyncExecution;
import dev.mulligan.guard.AsyncSide;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.task.CalledWith;
import java.lang.reflect.Method;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A call of a suspend function. The function gets a continuation of the agent, whose handler is
 * this object. With a time limit it also gets a child job of its caller's job, through which the
 * agent cancels it.
 */
public final class SuspendCall implements FunctionContinuation, AsyncSide {

  private final AsyncMethod method;
  private final GuardedOperation operation;
  private final Invocation invocation;
  private final Coroutines kotlin;
  private final CallingCoroutine caller;
  private final long start;

  /** Null while the call has no guards and its first attempt has not failed. */
  private volatile @Nullable AsyncExecution call;

  /** The attempt that the continuation completes; null while the fallback method runs. */
  private volatile @Nullable AsyncAttempt attempt;

  private volatile @Nullable Object job;

  /** Written before the flag by an inner call. */
  private long givenUpAt;

  private boolean isResultGivenUp;
  private volatile boolean isGivenUpInside;

  /**
   * @param callers the continuation that the caller passed
   * @throws IllegalStateException where Kotlin's standard library lacks a needed method
   */
  public SuspendCall(AsyncMethod method, Invocation invocation, Object callers) {
    this.method = method;
    this.operation = method.operation();
    this.invocation = invocation;
    this.kotlin = Coroutines.of(invocation.owner());
    this.caller = new CallingCoroutine(kotlin, callers);
    this.start = operation.engine().now();
  }

  /**
   * Begins the call at the function's entry.
   *
   * @return the continuation to pass to the function; or, in an array, what the function returns
   *     without running
   */
  public Object enter() {
    Object continuation = kotlin.continuation(this);
    invocation.replaceLast(continuation);
    if (operation.isUnguarded()) {
      return continuation;
    }
    AsyncExecution begun = new AsyncExecution(operation);
    call = begun;
    try {
      if (begun.enter(() -> true) == AsyncExecution.Entrance.RUN) {
        attempt = begun.follow(this, newJob());
        return continuation;
      }
      return enterLater(begun);
    } catch (Throwable own) {
      begun.forget();
      throw own;
    }
  }

  private Object enterLater(AsyncExecution begun) {
    invocation.markNotRun();
    caller.watch(begun::stopWaiting);
    caller.enterFrame();
    begun.enterLater(this);
    return new @Nullable Object[] {caller.leaveFrameUnrun()};
  }

  @Override
  public boolean isOf(int otherMethod) {
    return method.id() == otherMethod;
  }

  /**
   * Handles an exception of the first attempt that was thrown before it suspended.
   *
   * @return what the function returns instead; null to throw
   */
  public @Nullable Object threw(Throwable thrown) {
    return inFrame(null, thrown);
  }

  /**
   * Handles the return of the first attempt.
   *
   * @return what the function returns instead; null to return that unchanged
   */
  public @Nullable Object returned(@Nullable Object returned) {
    return returned == kotlin.suspended() || succeedsAtOnce(returned)
        ? null
        : inFrame(returned, null);
  }

  private @Nullable Object inFrame(@Nullable Object returned, @Nullable Throwable thrown) {
    caller.enterFrame();
    ended(returned, thrown);
    return caller.leaveFrameWith(returned, thrown) ? null : kotlin.suspended();
  }

  /** Informs the outer call directly: the coroutine may continue on another thread. */
  private void tellOuterCall(boolean isResult) {
    try {
      SuspendCall outer = caller.outerCall();
      if (outer != null) {
        outer.givenUpInside(isResult);
      }
    } catch (Throwable own) { // then the outer call may retry it
      operation.ownFailure(own);
    }
  }

  private void givenUpInside(boolean isResult) {
    givenUpAt = operation.engine().now();
    isResultGivenUp = isResult;
    isGivenUpInside = true;
  }

  /** Tells the attempt what an inner call gave up on shortly before its end. */
  private void noteInnerCall(AsyncAttempt over) {
    if (isGivenUpInside) {
      isGivenUpInside = false;
      if (operation.engine().isRecent(givenUpAt)) {
        over.givenUpInside(isResultGivenUp);
      }
    }
  }

  /** Implements the methods of the continuation. */
  @Override
  public @Nullable Object invoke(
      Object proxy, Method called, @Nullable Object @Nullable [] arguments) {
    if (called.getDeclaringClass() == Object.class) {
      return LibraryFunction.ofObject(proxy, called, arguments);
    }
    if (kotlin.isOfFrame(called)) {
      return null;
    }
    if (called.getName().equals("getContext")) {
      Object own = job;
      return own == null ? caller.context() : kotlin.with(caller.context(), own);
    }
    Object result = arguments == null ? null : arguments[0];
    Throwable thrown = kotlin.exceptionOf(result);
    ended(thrown == null ? result : null, thrown);
    return null;
  }

  /** Handles the end of an attempt or of the fallback method. */
  private void ended(@Nullable Object returned, @Nullable Throwable thrown) {
    try {
      if (thrown == null && succeedsAtOnce(returned)) {
        settle(returned, null);
      } else {
        endAttempt(returned, thrown);
      }
    } catch (Throwable own) { // a fault of the agent must not leave the caller suspended
      operation.ownFailure(own);
      AsyncExecution begun = call;
      if (begun != null) {
        begun.forget();
      }
      settle(returned, thrown);
    }
  }

  private boolean succeedsAtOnce(@Nullable Object returned) {
    if (call != null || operation.isFailure(returned)) {
      return false;
    }
    operation.countSuccess(calledWith());
    return true;
  }

  private void endAttempt(@Nullable Object returned, @Nullable Throwable thrown) {
    AsyncExecution begun = call;
    if (begun == null) {
      begun = AsyncExecution.entered(operation, start);
      call = begun;
      attempt = begun.follow(this, this);
    }
    AsyncAttempt over = attempt;
    if (over == null) {
      settle(returned, thrown);
      return;
    }
    attempt = null;
    noteInnerCall(over);
    endJob();
    if (thrown != null || operation.isFailure(returned)) {
      caller.watch(begun::stopWaiting);
    }
    over.accept(returned, thrown);
  }

  /** Creates the job of an attempt; this object represents it where no job is needed. */
  private Object newJob() {
    Object own = operation.isTimed() ? kotlin.childJob(kotlin.jobOf(caller.context())) : null;
    job = own;
    return own == null ? this : own;
  }

  private void endJob() {
    Object own = job;
    job = null;
    if (own != null) {
      kotlin.complete(own);
    }
  }

  @Override
  public CallId id() {
    return invocation.id(operation.engine());
  }

  @Override
  public @Nullable CalledWith calledWith() {
    return invocation.calledWith(operation);
  }

  @Override
  public void dispatch(Runnable task) {
    caller.dispatch(task);
  }

  @Override
  public void run(AsyncAttempt next) {
    caller.forget();
    Throwable cancellation = caller.cancellation();
    if (cancellation != null) {
      next.accept(null, cancellation);
      return;
    }
    isGivenUpInside = false;
    next.follows(newJob());
    attempt = next;
    if (next.isLate()) {
      cancel(next);
    }
    Object returned;
    try {
      returned = invocation.run();
    } catch (Throwable thrown) {
      ended(null, thrown);
      return;
    }
    if (returned != kotlin.suspended()) {
      ended(returned, null);
    }
  }

  @Override
  public void cancel(AsyncAttempt late) {
    Object own = late.future();
    if (own != null && own != this) {
      try {
        kotlin.cancel(own);
      } catch (Throwable byAListener) {
        // The job is cancelled nevertheless.
      }
    }
  }

  /** As Kotlin's own time limit does: code in a coroutine runs sequentially. */
  @Override
  public boolean awaitsCancelled() {
    return true;
  }

  /** A time-out inside the function is an ordinary failure; a cancellation of its caller is not. */
  @Override
  public boolean isCancellation(Throwable thrown) {
    return (thrown instanceof CancellationException && !Coroutines.isTimeOut(thrown))
        || caller.cancellation() != null;
  }

  @Override
  public boolean isUnwanted() {
    return caller.isSettled();
  }

  @Override
  public boolean wantsNoMore() {
    return isUnwanted() || caller.cancellation() != null;
  }

  @Override
  public void stoppedWaiting() {
    Throwable cancellation = caller.cancellation();
    caller.failLater(cancellation == null ? new CancellationException() : cancellation);
  }

  @Override
  public void settle(@Nullable Object value, @Nullable Throwable failure) {
    AsyncExecution ended = call;
    if (ended != null && ended.hasGivenUp()) {
      tellOuterCall(failure == null);
    }
    boolean returnsUnit = value == null && failure == null && method.returnsNothing();
    caller.settle(returnsUnit ? kotlin.unit() : failure == null ? value : null, failure);
  }

  @Override
  public void fallBack(@Nullable Object last, @Nullable Throwable thrown) {
    caller.forget();
    Object fallbackResult;
    try {
      fallbackResult = method.fallback().call(invocation);
    } catch (Throwable ofTheFallback) {
      settle(null, ofTheFallback);
      return;
    }
    if (fallbackResult != kotlin.suspended()) {
      settle(fallbackResult, null);
    }
  }
}
