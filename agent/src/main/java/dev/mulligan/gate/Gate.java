package dev.mulligan.gate;

import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;

/**
 * The only class that woven code calls. Its members are a contract with code that other versions of
 * the agent have woven in the same process: when they change, the build must relocate the class to
 * a new name (see the shade plugin in pom.xml).
 *
 * <p>A retrying call carries its own gate, so that it ends with the runtime with which it began,
 * even after a detach or after a newer agent has taken over.
 */
public abstract class Gate {

  /** The gate of the running agent; null means that woven code behaves like the original. */
  public static volatile Gate handler;

  /**
   * Null normally; not null when woven code must also report calls whose first attempt succeeds.
   * Not volatile, so that reading it costs nothing: a thread that sees a change late reports a few
   * calls more or less.
   */
  public static Object counting;

  /**
   * One slot for each thread inside a call whose attempt the application may query. It holds the
   * innermost such call: a {@link Supplier} of the result of {@link #context}.
   */
  public static final ThreadLocal<Object[]> RUNNING = new ThreadLocal<>();

  /**
   * Called by woven code when the method's body threw.
   *
   * @param call null at the first failure, else what the last call of this method returned
   * @param arguments null where the rule does not use them
   * @return not null to run the body again
   */
  public static Object thrown(
      int method, Object call, Object self, Throwable thrown, Object[] arguments) {
    try {
      Gate gate = call == null ? handler : (Gate) call;
      return gate == null ? null : gate.onThrown(method, self, thrown, arguments);
    } catch (Throwable ours) {
      return null;
    }
  }

  /**
   * Called by woven code when the body of a first attempt returned a whole number.
   *
   * @return whether to pass the number, boxed, to {@link #returned}
   */
  public static boolean suspects(int method, Object self, long result) {
    try {
      Gate gate = handler;
      return gate != null && gate.onWhole(method, self, result);
    } catch (Throwable ours) {
      return false;
    }
  }

  /**
   * Called by woven code when the body returned, if a rule has conditions on results, after a
   * retry, or while {@link #counting} is set.
   *
   * @param arguments null where the rule does not use them
   */
  public static Object returned(
      int method, Object call, Object self, Object result, Object[] arguments) {
    try {
      Gate gate = call == null ? handler : (Gate) call;
      return gate == null ? null : gate.onReturned(method, self, result, arguments);
    } catch (Throwable ours) {
      return null;
    }
  }

  /**
   * Called by woven code at a method's entry, where the application may query its attempt.
   *
   * @return a task to run at the method's exit; null when there is nothing to do
   */
  public static Runnable running(int method, Object self) {
    try {
      Gate gate = handler;
      return gate == null ? null : gate.onRunning(method, self);
    } catch (Throwable ours) {
      return null;
    }
  }

  /**
   * Called by woven code of an asynchronous method after {@link #thrown} or {@link #returned} has
   * returned a non-null value.
   *
   * @param call that value
   * @param owner the class that declares the method
   * @param returned null when the body threw
   * @param again calls the method, receiver first
   * @return what the method returns instead; null to return or throw unchanged
   */
  public static Object instead(
      Object call,
      Class<?> owner,
      Object self,
      Object returned,
      MethodHandle again,
      Object[] arguments) {
    try {
      return ((Gate) call).onInstead(owner, self, returned, again, arguments);
    } catch (Throwable ours) {
      return null;
    }
  }

  /**
   * Called by woven code when the body threw, before {@link #thrown}, if an argument of the method
   * is a JDBC connection or statement.
   */
  public static void failedWith(int method, Object self, Object argument) {
    try {
      Gate gate = handler;
      if (gate != null) {
        gate.onFailedWith(method, self, argument);
      }
    } catch (Throwable ours) {
      // No warning is logged then.
    }
  }

  /**
   * Called by every version of {@code mulligan-api}, which finds this method by reflection.
   *
   * @return the attempt's number (Integer), the call's id (UUID) and the rule's name (String);
   *     later versions may append elements. Null outside of a call
   */
  public static Object[] context() {
    try {
      Object[] thread = RUNNING.get();
      return thread != null && thread[0] instanceof Supplier<?> call ? (Object[]) call.get() : null;
    } catch (Throwable ours) {
      return null;
    }
  }

  /**
   * Called by woven code before the body, if the rule has guards.
   *
   * @return null to run the body; a gate to run the body and to pass that gate as the call
   *     afterwards. Any other value ends the call at once, and {@link #thrown} and {@link
   *     #returned} may end such a call in the same way: woven code throws a throwable, returns the
   *     content of an {@code Object[]}, and for a {@code Throwable[]} calls the fallback method, or
   *     throws its content where there is none
   */
  public static Object entered(int method, Object self) {
    try {
      Gate gate = handler;
      return gate == null ? null : gate.onEntered(method, self);
    } catch (Throwable ours) {
      return null;
    }
  }

  protected Runnable onRunning(int method, Object self) {
    return null;
  }

  protected void onFailedWith(int method, Object self, Object argument) {}

  protected Object onEntered(int method, Object self) {
    return null;
  }

  protected abstract Object onThrown(int method, Object self, Throwable thrown, Object[] arguments);

  protected abstract Object onReturned(int method, Object self, Object result, Object[] arguments);

  protected Object onInstead(
      Class<?> owner, Object self, Object returned, MethodHandle again, Object[] arguments) {
    return null;
  }

  /** Not called for a call that is being retried. */
  protected boolean onWhole(int method, Object self, long result) {
    return true;
  }

  /**
   * Called when another agent takes over: this gate's agent restores the classes it wove and ends.
   */
  public abstract void leave();
}
