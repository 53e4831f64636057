package dev.mulligan.gate;

import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;

/**
 * The only class that woven code knows. Its shape is a contract with code that is already woven by
 * other versions of this product in the same process: when it changes, the build must relocate it
 * to a new name (see the shade plugin in pom.xml).
 *
 * <p>A retrying call carries its own gate, so that a call in flight ends with the runtime that it
 * began with, also after a detach or when a newer agent has taken over.
 */
public abstract class Gate {

  /** Null: woven code behaves like the original. */
  public static volatile Gate handler;

  /**
   * Null while all is well; else not null, and woven code tells of calls that return at once.
   * Plain: a thread that sees it late tells of a few calls more or less, and reading it costs
   * nothing.
   */
  public static Object counting;

  /**
   * One slot for each thread that is in a call of which the application may ask: the innermost of
   * these calls, a {@link Supplier} of what {@link #context} returns.
   */
  public static final ThreadLocal<Object[]> RUNNING = new ThreadLocal<>();

  /**
   * Called by woven code when the method's body threw.
   *
   * @param call null at the first failure, else what the last call of this method returned
   * @param arguments null where the rule does not want to know them
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
   * @return whether to show it to {@link #returned}, for which it must be boxed
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
   * Called by woven code when the body returned, where a rule judges results, after a retry, and
   * while {@link #counting}.
   *
   * @param arguments null where the rule does not want to know them
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
   * Called by woven code at a method's entry, where the application may ask for its attempt.
   *
   * @return to be run when the method is left; null when there is nothing to do
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
   * Called by woven code of an asynchronous method, where thrown or returned gave not null.
   *
   * @param call what it gave
   * @param owner the class that declares the method
   * @param returned null when the body threw
   * @param again calls the method, receiver first
   * @return what the method returns; null to leave it as it is
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
   * Called by woven code when the body threw, before {@link #thrown}, where the method was given a
   * JDBC connection or statement.
   */
  public static void failedWith(int method, Object self, Object argument) {
    try {
      Gate gate = handler;
      if (gate != null) {
        gate.onFailedWith(method, self, argument);
      }
    } catch (Throwable ours) {
      // Then there is no warning.
    }
  }

  /**
   * Called by {@code mulligan-api}, whatever its version, which finds this method by reflection.
   *
   * @return the attempt's number (Integer), the call's id (UUID) and the rule's name (String), and
   *     perhaps more; null outside of a call
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
   * Called by woven code before the body, where a rule has more to say than when to retry.
   *
   * @return null to run the body; a gate to run it and to be asked afterwards, as the call;
   *     anything else ends the call at once, as {@link #thrown} and {@link #returned} may end such
   *     a call: a throwable is thrown, an {@code Object[]} holds what is returned, a {@code
   *     Throwable[]} asks for the fallback method and holds what is thrown where there is none
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

  /** Of a call that is being retried it is not asked. */
  protected boolean onWhole(int method, Object self, long result) {
    return true;
  }

  /** Another agent takes over: the one behind this handler restores what it wove and ends. */
  public abstract void leave();
}
