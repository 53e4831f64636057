package dev.mulligan.async;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine that called a suspend function: where it goes on, and whether it still wants to.
 */
final class CallingCoroutine {

  private static final Executor HOP = AttemptThreads.common();

  private final Coroutines kotlin;
  private final Object continuation;
  private final Object context;
  private volatile @Nullable Object registration;

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

  /**
   * @param result a {@code kotlin.Result}
   */
  void resume(@Nullable Object result) {
    kotlin.resume(continuation, result);
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
