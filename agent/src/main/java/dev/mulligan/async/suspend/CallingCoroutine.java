package dev.mulligan.async.suspend;

import dev.mulligan.async.AttemptThreads;
import dev.mulligan.async.LibraryFunction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine that called a suspend function. This class resumes it with a result and observes
 * its cancellation.
 */
final class CallingCoroutine {

  private static final Executor EXECUTOR = AttemptThreads.common();

  private static final AtomicReferenceFieldUpdater<CallingCoroutine, Outcome> OUTCOME =
      AtomicReferenceFieldUpdater.newUpdater(CallingCoroutine.class, Outcome.class, "outcome");

  private final Coroutines kotlin;
  private final Object continuation;
  private final Object context;
  private volatile @Nullable Object registration;
  private volatile @Nullable Outcome outcome;

  /**
   * The coroutine's thread while it is in the woven code, which then returns the result instead of
   * resuming.
   */
  private volatile @Nullable Thread inFrame;

  private volatile boolean settledInFrame;

  /** The result with which the coroutine resumes. */
  private record Outcome(@Nullable Object value, @Nullable Throwable failure) {}

  /**
   * @param continuation the continuation that the function was called with
   */
  CallingCoroutine(Coroutines kotlin, Object continuation) {
    this.kotlin = kotlin;
    this.continuation = continuation;
    this.context = kotlin.contextOf(continuation);
  }

  Object context() {
    return context;
  }

  /** Marks this thread as being in the woven code, which can return the result. */
  void enterFrame() {
    inFrame = Thread.currentThread();
  }

  /**
   * Marks that the woven code returns.
   *
   * @return whether the result is this very value or exception, so that the woven code can return
   *     or throw it unchanged
   */
  boolean leaveFrameWith(@Nullable Object value, @Nullable Throwable failure) {
    Outcome known = leaveFrame();
    boolean same = known != null && known.value() == value && known.failure() == failure;
    if (known != null && !same) {
      resumeLater();
    }
    return same;
  }

  /** Returns what the woven code returns without having run the function. */
  @Nullable Object leaveFrameUnrun() {
    Outcome known = leaveFrame();
    if (known != null && known.failure() == null) {
      return known.value();
    }
    if (known != null) {
      resumeLater();
    }
    return kotlin.suspended();
  }

  /** Null where the call is not settled, or another thread resumed the coroutine. */
  private @Nullable Outcome leaveFrame() {
    inFrame = null;
    return settledInFrame ? outcome : null;
  }

  /** The call of a suspend function with a rule that this call is inside; null where none is. */
  @Nullable SuspendCall outerCall() {
    return kotlin.innermost(continuation) instanceof SuspendCall outer ? outer : null;
  }

  /** Whether the coroutine has its result. */
  boolean isSettled() {
    return outcome != null;
  }

  /** Resumes the coroutine with a value or an exception, unless it already has a result. */
  void settle(@Nullable Object value, @Nullable Throwable failure) {
    if (settles(value, failure)) {
      forget();
      if (!isInFrame()) {
        resume();
      }
    }
  }

  /** Resumes with an exception, from a thread that must not run application code. */
  void failLater(Throwable failure) {
    if (settles(null, failure) && !isInFrame()) {
      resumeLater();
    }
  }

  private boolean settles(@Nullable Object value, @Nullable Throwable failure) {
    return OUTCOME.compareAndSet(this, null, new Outcome(value, failure));
  }

  private boolean isInFrame() {
    settledInFrame = Thread.currentThread() == inFrame;
    return settledInFrame;
  }

  private void resumeLater() {
    try {
      dispatch(this::resume);
    } catch (Throwable rejected) {
      resume();
    }
  }

  private void resume() {
    Outcome known = Objects.requireNonNull(outcome);
    Throwable failure = known.failure();
    kotlin.resume(continuation, failure == null ? known.value() : kotlin.failure(failure));
  }

  /**
   * Runs a task in the dispatcher of the coroutine's context, never on the timer thread. An
   * exception means that the dispatcher does not accept tasks any more.
   */
  void dispatch(Runnable task) {
    EXECUTOR.execute(() -> onInterceptor(task));
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

  /**
   * The cancellation of the coroutine's job; null while the job is active, or where there is none.
   */
  @Nullable Throwable cancellation() {
    Object job = kotlin.jobOf(context);
    return job == null ? null : kotlin.cancellationOf(job);
  }

  /**
   * Runs the action when the job is cancelled, until {@link #forget}. Only the first registration
   * counts.
   */
  void watch(Runnable action) {
    Object job = kotlin.jobOf(context);
    if (job != null && registration == null) {
      registration = kotlin.onCancellation(job, action);
    }
  }

  void forget() {
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
      if (kotlin.isOfFrame(called)) {
        return null;
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
