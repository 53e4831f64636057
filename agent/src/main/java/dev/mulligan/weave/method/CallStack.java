package dev.mulligan.weave.method;

import dev.mulligan.async.Invocation;
import dev.mulligan.gate.Gate;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;

/**
 * Where in the thread's stack a failing call stands. Looked at on the failure path, once for each
 * call: the happy path would have to pay for a counter.
 */
final class CallStack {

  /** Who is above the failing call. */
  enum Place {
    /** Nobody of interest: this call is the one to retry. */
    OUTERMOST,
    /** The same method, or one that overrides it: recursion and super calls count as one call. */
    INSIDE_SAME_METHOD,
    /** This product: it never retries its own calls. */
    INSIDE_MULLIGAN
  }

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final ClassLoader OURS = CallStack.class.getClassLoader();

  private static final String ASYNC = Invocation.class.getPackageName();

  private final MethodTable table;

  CallStack(MethodTable table) {
    this.table = table;
  }

  Place placeOf(WovenMethod failing) {
    return WALKER.walk(frames -> judge(frames.iterator(), failing));
  }

  private Place judge(Iterator<StackFrame> frames, WovenMethod failing) {
    StackFrame own = firstOutside(frames);
    while (frames.hasNext()) {
      StackFrame frame = frames.next();
      Class<?> type = frame.getDeclaringClass();
      if (type.getClassLoader() == OURS && !isAsync(type)) {
        return Place.INSIDE_MULLIGAN;
      }
      if (frame.getMethodName().equals(failing.facts().name())
          && own.getDeclaringClass().isAssignableFrom(type)
          && isSameMethod(frame, type, failing)) {
        return Place.INSIDE_SAME_METHOD;
      }
    }
    return Place.OUTERMOST;
  }

  /**
   * Below these frames the application's code runs: further attempts, and what waits for a call.
   */
  private static boolean isAsync(Class<?> type) {
    return type.getPackageName().equals(ASYNC);
  }

  /** Steps over our own frames and the gate's to the failing method itself. */
  private static StackFrame firstOutside(Iterator<StackFrame> frames) {
    StackFrame frame = frames.next();
    while (frame.getDeclaringClass() == Gate.class
        || frame.getDeclaringClass().getClassLoader() == OURS) {
      frame = frames.next();
    }
    return frame;
  }

  private boolean isSameMethod(StackFrame frame, Class<?> type, WovenMethod failing) {
    String descriptor = frame.getDescriptor();
    return failing.isMethod(type.getName(), frame.getMethodName(), descriptor)
        || (failing.facts().descriptors().contains(descriptor)
            && table
                .find(type.getClassLoader(), type.getName(), frame.getMethodName(), descriptor)
                .isPresent());
  }
}
