package dev.mulligan.async;

import dev.mulligan.retry.AsyncCall;
import dev.mulligan.retry.Resumption;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A call of a suspend function. The function is given a continuation of ours, of which this is the
 * handler; the caller's own is resumed when the retrying has ended.
 */
public final class SuspendCall implements InvocationHandler, Resumption {

  private static final Executor HOP = AttemptThreads.common();

  private final int method;
  private final Terms terms;
  private final Invocation invocation;
  private final Coroutines kotlin;
  private final Object callers;
  private final Object context;
  private final Object continuation;
  private final long start;
  private @Nullable AsyncCall call;

  /** Of the latest attempt: what the caller's continuation is resumed with. */
  private @Nullable Object result;

  private volatile @Nullable Object registration;

  private SuspendCall(
      int method, Terms terms, Invocation invocation, Coroutines kotlin, Object callers) {
    this.method = method;
    this.terms = terms;
    this.invocation = invocation;
    this.kotlin = kotlin;
    this.callers = callers;
    this.context = kotlin.contextOf(callers);
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

  boolean isOf(int otherMethod) {
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
      return context;
    }
    resumedWith(arguments == null ? null : arguments[0]);
    return null;
  }

  /** A suspended attempt is over. */
  private void resumedWith(@Nullable Object outcome) {
    Throwable thrown = kotlin.exceptionOf(outcome);
    if (!isToBeRepeated(thrown == null ? outcome : null, thrown)) {
      kotlin.resume(callers, outcome);
    }
  }

  @Override
  public void attempt() {
    forgetJob();
    dispatch(this::repeat);
  }

  @Override
  public void end() {
    forgetJob();
    dispatch(this::resumeCaller);
  }

  /** Where the caller's context wants it; never on the thread on which all calls wait. */
  private void dispatch(Runnable task) {
    try {
      HOP.execute(() -> onInterceptor(task));
    } catch (Throwable rejected) {
      resumeCaller();
    }
  }

  private void onInterceptor(Runnable task) {
    Object interceptor = kotlin.interceptorOf(context);
    if (interceptor == null) {
      task.run();
      return;
    }
    Intercepted handler = new Intercepted(interceptor, task);
    Object intercepted = kotlin.intercept(interceptor, kotlin.continuation(handler));
    handler.intercepted = intercepted;
    kotlin.resume(intercepted, kotlin.unit());
  }

  private void repeat() {
    Throwable cancellation = cancellation();
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
    kotlin.resume(callers, result);
  }

  private boolean isToBeRepeated(@Nullable Object value, @Nullable Throwable thrown) {
    try {
      result = thrown == null ? value : kotlin.failure(thrown);
      boolean again = thrown == null ? isRejected(value) : isRetried(thrown);
      if (!again) {
        forgetJob();
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
    if (cancelled || cancellation() != null) {
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

  private @Nullable Throwable cancellation() {
    Object job = kotlin.jobOf(context);
    return job == null ? null : kotlin.cancellationOf(job);
  }

  private void watchJob() {
    AsyncCall watched = begun();
    Object job = kotlin.jobOf(context);
    if (job != null && registration == null) {
      registration =
          kotlin.onCancellation(
              job,
              () -> {
                if (watched.cancel()) {
                  dispatch(() -> resumeWithCancellation());
                }
              });
    }
  }

  private void resumeWithCancellation() {
    Throwable cancellation = cancellation();
    kotlin.resume(callers, cancellation == null ? result : kotlin.failure(cancellation));
  }

  private void abandon(Throwable cancellation) {
    if (call != null) {
      call.abandoned();
    }
    kotlin.resume(callers, kotlin.failure(cancellation));
  }

  private void forgetJob() {
    Object registered = registration;
    registration = null;
    if (registered != null) {
      kotlin.forget(registered);
    }
  }

  /** Runs a task where the context's interceptor resumes continuations. */
  private final class Intercepted implements InvocationHandler {
    private final Object interceptor;
    private final Runnable task;
    private volatile @Nullable Object intercepted;

    Intercepted(Object interceptor, Runnable task) {
      this.interceptor = interceptor;
      this.task = task;
    }

    @Override
    public @Nullable Object invoke(
        Object proxy, Method called, @Nullable Object @Nullable [] arguments) {
      if (called.getDeclaringClass() == Object.class) {
        return LibraryFunction.ofObject(proxy, called, arguments);
      }
      if (called.getName().equals("getContext")) {
        return context;
      }
      Object own = intercepted;
      if (own != null) {
        kotlin.release(interceptor, own);
      }
      task.run();
      return null;
    }
  }
}
