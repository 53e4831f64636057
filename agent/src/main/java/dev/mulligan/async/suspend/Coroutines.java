package dev.mulligan.async.suspend;

import static dev.mulligan.async.Library.call;

import dev.mulligan.async.Library;
import dev.mulligan.async.LibraryFunction;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations of Kotlin's coroutines in the standard library, and of jobs where
 * kotlinx.coroutines is present.
 */
final class Coroutines {

  private static final String PACKAGE = "kotlin.coroutines.";
  private static final String CONTINUATION = PACKAGE + "Continuation";
  private static final String CONTEXT = PACKAGE + "CoroutineContext";
  private static final String INTERCEPTOR = PACKAGE + "ContinuationInterceptor";
  private static final String STATE = PACKAGE + "jvm.internal.BaseContinuationImpl";
  private static final String FRAME = PACKAGE + "jvm.internal.CoroutineStackFrame";
  private static final String JOB = "kotlinx.coroutines.Job";
  private static final String FUNCTION = "kotlin.jvm.functions.Function1";
  private static final String TIME_OUT = "kotlinx.coroutines.TimeoutCancellationException";

  private static final int CONTEXT_OF = 0;
  private static final int RESUME = 1;
  private static final int FAILURE = 2;
  private static final int EXCEPTION = 3;
  private static final int SUSPENDED = 4;
  private static final int ELEMENT = 5;
  private static final int INTERCEPTOR_KEY = 6;
  private static final int INTERCEPT = 7;
  private static final int RELEASE = 8;
  private static final int UNIT = 9;
  private static final int CONTINUATION_TYPE = 10;
  private static final int JOB_KEY = 11;
  private static final int IS_ACTIVE = 12;
  private static final int CANCELLATION = 13;
  private static final int ON_COMPLETION = 14;
  private static final int DISPOSE = 15;
  private static final int FUNCTION_TYPE = 16;
  private static final int PLUS = 17;
  private static final int CHILD_JOB = 18;
  private static final int CANCEL = 19;
  private static final int COMPLETE = 20;
  private static final int STATE_TYPE = 21;
  private static final int COMPLETION_OF = 22;
  private static final int FRAME_TYPE = 23;
  private static final int CALLER_OF = 24;
  private static final int COUNT = 25;

  /** More callers than any program has; protects against a circle. */
  private static final int MOST_CALLERS = 1_000;

  /** Holds no agent object: an application class would keep it alive after a detach. */
  private static final ClassValue<@Nullable Object[]> PARTS =
      new ClassValue<>() {
        @Override
        protected @Nullable Object[] computeValue(Class<?> owner) {
          @Nullable Object[] parts = new @Nullable Object[COUNT];
          Library library = new Library(owner);
          addStandard(parts, library);
          addInterceptors(parts, library);
          try {
            addJobs(parts, library);
          } catch (IllegalStateException withoutJobs) {
            parts[JOB_KEY] = null;
          }
          return parts;
        }
      };

  private final @Nullable Object[] parts;

  private Coroutines(@Nullable Object[] parts) {
    this.parts = parts;
  }

  /**
   * @throws IllegalStateException when the standard library lacks a needed method
   */
  static Coroutines of(Class<?> owner) {
    return new Coroutines(PARTS.get(owner));
  }

  private static void addStandard(@Nullable Object[] parts, Library library) {
    parts[CONTINUATION_TYPE] = library.type(CONTINUATION);
    parts[CONTEXT_OF] = library.need(CONTINUATION, "getContext");
    parts[RESUME] = library.need(CONTINUATION, "resumeWith", "java.lang.Object");
    parts[FAILURE] = library.need("kotlin.ResultKt", "createFailure", "java.lang.Throwable");
    parts[EXCEPTION] = library.need("kotlin.Result", "exceptionOrNull-impl", "java.lang.Object");
    parts[STATE_TYPE] = library.type(STATE);
    parts[COMPLETION_OF] = library.need(STATE, "getCompletion");
    parts[FRAME_TYPE] = library.type(FRAME);
    parts[CALLER_OF] = library.need(FRAME, "getCallerFrame");
    parts[UNIT] = library.constant("kotlin.Unit", "INSTANCE");
    parts[SUSPENDED] =
        call(library.need(PACKAGE + "intrinsics.IntrinsicsKt", "getCOROUTINE_SUSPENDED"));
  }

  private static void addInterceptors(@Nullable Object[] parts, Library library) {
    parts[ELEMENT] = library.need(CONTEXT, "get", CONTEXT + "$Key");
    parts[INTERCEPTOR_KEY] = library.constant(INTERCEPTOR, "Key");
    parts[PLUS] = library.need(CONTEXT, "plus", CONTEXT);
    parts[INTERCEPT] = library.need(INTERCEPTOR, "interceptContinuation", CONTINUATION);
    parts[RELEASE] = library.need(INTERCEPTOR, "releaseInterceptedContinuation", CONTINUATION);
  }

  private static void addJobs(@Nullable Object[] parts, Library library) {
    parts[IS_ACTIVE] = library.need(JOB, "isActive");
    parts[CANCELLATION] = library.need(JOB, "getCancellationException");
    parts[ON_COMPLETION] = library.need(JOB, "invokeOnCompletion", "boolean", "boolean", FUNCTION);
    parts[DISPOSE] = library.need("kotlinx.coroutines.DisposableHandle", "dispose");
    parts[FUNCTION_TYPE] = library.type(FUNCTION);
    parts[CHILD_JOB] = library.need("kotlinx.coroutines.JobKt", "Job", JOB);
    parts[CANCEL] = library.need(JOB, "cancel", CancellationException.class.getName());
    parts[COMPLETE] = library.need("kotlinx.coroutines.CompletableJob", "complete");
    parts[JOB_KEY] = library.constant(JOB, "Key");
  }

  /**
   * Creates a continuation that the handler implements. It is a stack frame too, without a caller,
   * so that {@link #innermost} finds it behind a coroutine that knows its caller's frame only.
   */
  Object continuation(InvocationHandler handler) {
    Class<?> type = (Class<?>) part(CONTINUATION_TYPE);
    Class<?> frame = (Class<?>) part(FRAME_TYPE);
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type, frame}, handler);
  }

  /** Whether a method of a continuation is one of the stack frame; its result is null. */
  boolean isOfFrame(Method called) {
    return called.getDeclaringClass() == part(FRAME_TYPE);
  }

  /**
   * The handler of the innermost continuation of the agent among a continuation and its callers;
   * null where there is none.
   */
  @Nullable InvocationHandler innermost(Object continuation) {
    Object at = continuation;
    for (int callers = 0; at != null && callers < MOST_CALLERS; callers++) {
      if (Proxy.isProxyClass(at.getClass())
          && Proxy.getInvocationHandler(at) instanceof FunctionContinuation own) {
        return own;
      }
      at = callerOf(at);
    }
    return null;
  }

  private @Nullable Object callerOf(Object continuation) {
    if (((Class<?>) part(STATE_TYPE)).isInstance(continuation)) {
      return call(handle(COMPLETION_OF), continuation);
    }
    return ((Class<?>) part(FRAME_TYPE)).isInstance(continuation)
        ? call(handle(CALLER_OF), continuation)
        : null;
  }

  Object contextOf(Object continuation) {
    return call(handle(CONTEXT_OF), continuation);
  }

  /**
   * @param result a {@code kotlin.Result}, which is the value itself or a failure
   */
  void resume(Object continuation, @Nullable Object result) {
    call(handle(RESUME), continuation, result);
  }

  Object failure(Throwable thrown) {
    return call(handle(FAILURE), thrown);
  }

  /** The exception of a {@code kotlin.Result}; null where it is a value. */
  @Nullable Throwable exceptionOf(@Nullable Object result) {
    return (Throwable) call(handle(EXCEPTION), result);
  }

  /** The marker that a suspended function returns. */
  Object suspended() {
    return part(SUSPENDED);
  }

  Object unit() {
    return part(UNIT);
  }

  /** Null where the context has no dispatcher. */
  @Nullable Object interceptorOf(Object context) {
    return call(handle(ELEMENT), context, part(INTERCEPTOR_KEY));
  }

  Object intercept(Object interceptor, Object continuation) {
    return call(handle(INTERCEPT), interceptor, continuation);
  }

  void release(Object interceptor, Object intercepted) {
    call(handle(RELEASE), interceptor, intercepted);
  }

  /** Null where the context has no job. */
  @Nullable Object jobOf(Object context) {
    return parts[JOB_KEY] == null ? null : call(handle(ELEMENT), context, part(JOB_KEY));
  }

  /** Null while the job is active. */
  @Nullable Throwable cancellationOf(Object job) {
    return (Boolean) call(handle(IS_ACTIVE), job)
        ? null
        : (Throwable) call(handle(CANCELLATION), job);
  }

  /**
   * Runs the action when the job is cancelled or has ended.
   *
   * @return the registration to pass to {@link #forget}
   */
  Object onCancellation(Object job, Runnable action) {
    Function<@Nullable Object, @Nullable Object> function =
        cause -> {
          action.run();
          return unit();
        };
    Object listener = LibraryFunction.of(part(FUNCTION_TYPE), function);
    try {
      return (Object)
          handle(ON_COMPLETION).invokeExact(job, (Object) true, (Object) true, listener);
    } catch (Throwable thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  /** Null where kotlinx.coroutines is missing. */
  @Nullable Object childJob(@Nullable Object parent) {
    return parts[JOB_KEY] == null ? null : call(handle(CHILD_JOB), parent);
  }

  Object with(Object context, Object element) {
    return call(handle(PLUS), context, element);
  }

  void cancel(Object job) {
    try {
      Object unused = (Object) handle(CANCEL).invokeExact(job, (Object) null);
    } catch (Throwable thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  /** Completes a {@link #childJob}, so that its parent can end. */
  void complete(Object job) {
    call(handle(COMPLETE), job);
  }

  void forget(Object registered) {
    call(handle(DISPOSE), registered);
  }

  static boolean isTimeOut(Throwable thrown) {
    return thrown.getClass().getName().equals(TIME_OUT);
  }

  private Object part(int index) {
    Object part = parts[index];
    if (part == null) {
      throw new IllegalStateException("no part " + index);
    }
    return part;
  }

  private MethodHandle handle(int index) {
    return (MethodHandle) part(index);
  }
}
