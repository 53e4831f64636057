package dev.mulligan.async.suspend;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes the first call of a suspend function from the calls by which Kotlin resumes it. A
 * resumption passes the function's own state as the continuation, an object of a class that the
 * compiler generated for this function. A recursion passes one too, and counts as the same call.
 */
public final class Continuations {

  private static final String STATE = "kotlin.coroutines.jvm.internal.ContinuationImpl";
  private static final String LAMBDA = "kotlin.coroutines.jvm.internal.SuspendLambda";
  private static final String NONE = "";

  /** The state of an unknown function: the class file does not name the function. */
  private static final String ANY = "?";

  /**
   * The function whose state the class holds; a string, so that no agent object stays after a
   * detach.
   */
  private static final ClassValue<String> FUNCTIONS =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return isA(type, STATE) && !isA(type, LAMBDA) ? functionOf(type) : NONE;
        }
      };

  private Continuations() {}

  /**
   * @param method the id that the woven code passes
   * @param function its class, name and descriptor
   */
  public static boolean isResumption(@Nullable Object continuation, int method, String function) {
    if (continuation == null) {
      return true;
    }
    if (Proxy.isProxyClass(continuation.getClass())) {
      InvocationHandler handler = Proxy.getInvocationHandler(continuation);
      return handler instanceof FunctionContinuation own && own.isOf(method);
    }
    String state = FUNCTIONS.get(continuation.getClass());
    return state.equals(ANY) || state.equals(function);
  }

  private static boolean isA(Class<?> type, String name) {
    Class<?> each = type;
    while (each != null && !each.getName().equals(name)) {
      each = each.getSuperclass();
    }
    return each != null;
  }

  private static String functionOf(Class<?> state) {
    try {
      Method function = state.getEnclosingMethod();
      return function == null
          ? ANY
          : function.getDeclaringClass().getName()
              + "."
              + function.getName()
              + MethodType.methodType(function.getReturnType(), function.getParameterTypes())
                  .toMethodDescriptorString();
    } catch (LinkageError | RuntimeException unknown) {
      return ANY;
    }
  }
}
