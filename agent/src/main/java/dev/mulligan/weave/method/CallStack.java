package dev.mulligan.weave.method;

import dev.mulligan.async.Invocation;
import dev.mulligan.gate.Gate;
import dev.mulligan.thread.FirstUses;
import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Determines from the thread's stack whether a failing call is nested in another call. It runs only
 * on the failure path, once for each call: a counter would burden the happy path.
 */
final class CallStack implements Supplier<int @Nullable []> {

  /** The position of the failing call. */
  enum Place {
    /** No relevant outer call: this call is the one to retry. */
    OUTERMOST,
    /** Inside the same method or an override of it: recursion and super calls count as one call. */
    INSIDE_SAME_METHOD,
    /** Inside the agent, which never retries its own calls. */
    INSIDE_MULLIGAN
  }

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final ClassLoader OURS = CallStack.class.getClassLoader();

  private static final String ASYNC = Invocation.class.getPackageName();

  private static final int MOST_FRAMES = 400;

  private final MethodTable table;
  private final FirstUses walks = new FirstUses();

  CallStack(MethodTable table) {
    this.table = table;
  }

  Place placeOf(WovenMethod failing) {
    return WALKER.walk(frames -> judge(frames.iterator(), failing));
  }

  /**
   * The woven methods on this thread's stack, the innermost first; null while no rule has
   * conditions on results, and for a stack so deep that the walk would take long.
   */
  @Override
  public int @Nullable [] get() {
    return table.judgesResults() && walks.allow()
        ? WALKER.walk(frames -> wovenIn(frames.iterator()))
        : null;
  }

  private int @Nullable [] wovenIn(Iterator<StackFrame> frames) {
    int[] found = new int[8];
    int count = 0;
    for (int depth = 0; frames.hasNext(); depth++) {
      if (depth == MOST_FRAMES) {
        return null;
      }
      int id = idOf(frames.next());
      if (id != MethodTable.NO_METHOD) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = id;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private int idOf(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return table.mayBeWoven(frame.getMethodName()) && type.getClassLoader() != OURS
        ? table.idOf(
            type.getClassLoader(), type.getName(), frame.getMethodName(), frame.getDescriptor())
        : MethodTable.NO_METHOD;
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

  /** Whether the frame belongs to asynchronous attempts, under which application code runs. */
  private static boolean isAsync(Class<?> type) {
    return type.getPackageName().equals(ASYNC);
  }

  /** Skips the frames of the agent and of the gate, up to the failing method itself. */
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
