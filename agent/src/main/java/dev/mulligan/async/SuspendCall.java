package dev.mulligan.async;

import dev.mulligan.retry.AsyncCall;
import dev.mulligan.retry.Resumption;
import java.lang.reflect.Method;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A call of a suspend function. The function is given a continuation of ours, of which this is the
 * handler; the caller's own is resumed when the retrying has ended.
 */
public final class SuspendCall implements FunctionContinuation, Resumption {

  private final int method;
  private final Terms terms;
  private final Invocation invocation;
  private final Coroutines kotlin;
  private final CallingCoroutine caller;
  private final Object continuation;
  private final long start;
  private @Nullable AsyncCall call;

  /** Of the latest attempt: what the caller's continuation is resumed with. */
  private @Nullable Object result;

  private SuspendCall(
      int method, Terms terms, Invocation invocation, Coroutines kotlin, Object callers) {
    this.method = method;
    this.terms = terms;
    this.invocation = invocation;
    this.kotlin = kotlin;
    this.caller = new CallingCoroutine(kotlin, callers);
    this.continuation = kotlin.continuation(this);
    this.start = terms.engine().now();
  }

  /**
   * @param callers the continuation that the function was called with
   */
  public static SuspendCall begin(int method, Terms terms, Invocation invocation, Object callers) {
    Coroutines kotlin = Coroutines.of(invocation.owner());
    SuspendCall begun = new SuspendCall(method, terms, invocation, kotlin, callers);
    invocation.replaceLast(begun.continuation);
    return begun;
  }

  /** What the function is to be called with. */
  public Object continuation() {
    return continuation;
  }

  @Override
  public boolean isOf(int otherMethod) {
    return method == otherMethod;
  }

  /**
   * The first attempt threw without having suspended.
   *
   * @return what the function returns instead; null to throw
   */
  public @Nullable Object threw(Throwable thrown) {
    return isToBeRepeated(null, thrown) ? kotlin.suspended() : null;
  }

  /**
   * The first attempt returned.
   *
   * @return what the function returns instead; null for that itself
   */
  public @Nullable Object returned(@Nullable Object value) {
    return value != kotlin.suspended() && isToBeRepeated(value, null) ? kotlin.suspended() : null;
  }

  /** The continuation's methods. */
  @Override
  public @Nullable Object invoke(
      Object proxy, Method called, @Nullable Object @Nullable [] arguments) {
    if (called.getDeclaringClass() == Object.class) {
      return LibraryFunction.ofObject(proxy, called, arguments);
    }
    if (called.getName().equals("getContext")) {
      return caller.context();
    }
    resumedWith(arguments == null ? null : arguments[0]);
    return null;
  }

  /** A suspended attempt is over. */
  private void resumedWith(@Nullable Object outcome) {
    Throwable thrown = kotlin.exceptionOf(outcome);
    if (!isToBeRepeated(thrown == null ? outcome : null, thrown)) {
      caller.resume(outcome);
    }
  }

  @Override
  public void attempt() {
    caller.forget();
    dispatch(this::repeat);
  }

  @Override
  public void end() {
    caller.forget();
    dispatch(this::resumeCaller);
  }

  private void dispatch(Runnable task) {
    if (!caller.dispatch(task)) {
      resumeCaller();
    }
  }

  private void repeat() {
    Throwable cancellation = caller.cancellation();
    if (cancellation != null) {
      abandon(cancellation);
      return;
    }
    Object value;
    try {
      value = invocation.run();
    } catch (Throwable thrown) {
      resumedWith(kotlin.failure(thrown));
      return;
    }
    if (value != kotlin.suspended()) {
      resumedWith(value);
    }
  }

  private void resumeCaller() {
    caller.resume(result);
  }

  private boolean isToBeRepeated(@Nullable Object value, @Nullable Throwable thrown) {
    try {
      result = thrown == null ? value : kotlin.failure(thrown);
      boolean again = thrown == null ? isRejected(value) : isRetried(thrown);
      if (!again) {
        caller.forget();
      }
      return again;
    } catch (Throwable own) { // nothing of ours may leave the caller suspended
      return false;
    }
  }

  private boolean isRejected(@Nullable Object value) {
    AsyncCall begun = call;
    if (begun == null && !terms.retriesResult(value)) {
      terms.succeeded(invocation);
      return false;
    }
    if (begun != null && !terms.judgesResults()) {
      begun.succeeded();
      return false;
    }
    watchJob();
    return begun().returned(value, this);
  }

  private boolean isRetried(Throwable thrown) {
    boolean cancelled = thrown instanceof CancellationException && !Coroutines.isTimeOut(thrown);
    if (cancelled || caller.cancellation() != null) {
      if (call != null) {
        call.abandoned();
      }
      return false;
    }
    watchJob();
    return begun().failed(thrown, this);
  }

  private AsyncCall begun() {
    AsyncCall begun = call;
    if (begun == null) {
      begun = terms.begin(start, invocation);
      call = begun;
    }
    return begun;
  }

  private void watchJob() {
    AsyncCall watched = begun();
    caller.watch(
        () -> {
          if (watched.cancel()) {
            dispatch(this::resumeWithCancellation);
          }
        });
  }

  private void resumeWithCancellation() {
    Throwable cancellation = caller.cancellation();
    caller.resume(cancellation == null ? result : kotlin.failure(cancellation));
  }

  private void abandon(Throwable cancellation) {
    if (call != null) {
      call.abandoned();
    }
    caller.resume(kotlin.failure(cancellation));
  }
}
