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
 * The coroutine that called a suspend function: where it goes on, whether it still wants to, and
 * what it gets.
 */
final class CallingCoroutine {

  private static final Executor HOP = AttemptThreads.common();

  private static final AtomicReferenceFieldUpdater<CallingCoroutine, Outcome> OUTCOME =
      AtomicReferenceFieldUpdater.newUpdater(CallingCoroutine.class, Outcome.class, "outcome");

  private final Coroutines kotlin;
  private final Object continuation;
  private final Object context;
  private volatile @Nullable Object registration;
  private volatile @Nullable Outcome outcome;

  /** Its thread while that is in the woven code: there it is not resumed, but returned to. */
  private volatile @Nullable Thread inFrame;

  private volatile boolean settledInFrame;

  /** What it gets. */
  private record Outcome(@Nullable Object value, @Nullable Throwable failure) {}

  /**
   * @param continuation that the function was called with
   */
  CallingCoroutine(Coroutines kotlin, Object continuation) {
    this.kotlin = kotlin;
    this.continuation = continuation;
    this.context = kotlin.contextOf(continuation);
  }

  Object context() {
    return context;
  }

  /** From now on this thread is in the woven code, which can return what the coroutine gets. */
  void enterFrame() {
    inFrame = Thread.currentThread();
  }

  /**
   * The woven code returns.
   *
   * @return whether the coroutine gets this very value or exception, so that it can be left as it
   *     is
   */
  boolean leavesFrameWith(@Nullable Object value, @Nullable Throwable failure) {
    Outcome known = leaveFrame();
    boolean same = known != null && known.value() == value && known.failure() == failure;
    if (known != null && !same) {
      resumeLater();
    }
    return same;
  }

  /** The woven code returns this, without having run the function. */
  @Nullable Object leavesFrame() {
    Outcome known = leaveFrame();
    if (known != null && known.failure() == null) {
      return known.value();
    }
    if (known != null) {
      resumeLater();
    }
    return kotlin.suspended();
  }

  /** Null where it is not settled, or was resumed by another thread. */
  private @Nullable Outcome leaveFrame() {
    inFrame = null;
    return settledInFrame ? outcome : null;
  }

  /** Whether it has been given something. */
  boolean isSettled() {
    return outcome != null;
  }

  /** Gives it a value, or an exception, unless it has been given something. */
  void settle(@Nullable Object value, @Nullable Throwable failure) {
    if (settles(value, failure)) {
      forget();
      if (!isInFrame()) {
        resume();
      }
    }
  }

  /** The same for an exception, on a thread that must not run the application's code. */
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
   * Runs a task where the coroutine's context wants it; never on the thread on which all calls
   * wait. What it throws says that this is not possible any more.
   */
  void dispatch(Runnable task) {
    HOP.execute(() -> onInterceptor(task));
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

  /** Null while its job is active, or where it has none. */
  @Nullable Throwable cancellation() {
    Object job = kotlin.jobOf(context);
    return job == null ? null : kotlin.cancellationOf(job);
  }

  /** Runs the action when the job is cancelled, until {@link #forget}; only the first one. */
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
