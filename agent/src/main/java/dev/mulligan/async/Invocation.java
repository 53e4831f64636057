package dev.mulligan.async;

import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the application called, so that it can be called again: method, receiver, arguments as they
 * were at first, and the surroundings that other libraries keep in thread locals.
 */
public final class Invocation {

  private final int method;
  private final Class<?> owner;
  private final MethodHandle handle;
  private final boolean statically;
  private final @Nullable Object[] arguments;
  private final CapturedContext surroundings;

  // One thread at a time has to do with them.
  private @Nullable CallId id;
  private @Nullable Attempts attempts;
  private int attempt = 1;

  /**
   * @param method the id that the woven code carries
   * @param owner the class that declares the method
   * @param self null for a static method
   * @param handle calls the method itself, never one that overrides it
   */
  public Invocation(
      int method,
      Class<?> owner,
      @Nullable Object self,
      MethodHandle handle,
      @Nullable Object[] arguments) {
    this.method = method;
    this.owner = owner;
    this.handle = handle;
    this.statically = self == null;
    this.arguments = self == null ? arguments : prepend(self, arguments);
    this.surroundings = CapturedContext.ofCurrentThread(owner);
  }

  /** Whether this thread is inside of another attempt of this method, which must not be retried. */
  public static boolean isRunning(int method) {
    return RunningMethods.isRunning(method);
  }

  /** The one that this thread calls again just now, of this method; null when there is none. */
  public static @Nullable Invocation running(int method) {
    return RunningMethods.invocationOf(method);
  }

  /** The application may have asked for it on the first attempt. */
  public void identify(CallId asked) {
    id = asked;
  }

  /** The application may ask for the attempts that are subscriptions. */
  public void tell(Attempts asked) {
    attempts = asked;
  }

  /** Null where nobody can ask. */
  @Nullable
  public Attempts attempts() {
    return attempts;
  }

  /** The same for all attempts. */
  public CallId id(RetryEngine engine) {
    CallId known = id;
    if (known == null) {
      known = engine.newId();
      id = known;
    }
    return known;
  }

  /** Null where the strategy does not want to know. */
  public @Nullable CalledWith calledWith(Strategy strategy) {
    if (strategy.onFailure().task().isEmpty()) {
      return null;
    }
    return statically
        ? new CalledWith(null, arguments)
        : new CalledWith(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  /** The number of the latest attempt. */
  public int attempt() {
    return attempt;
  }

  /** The method's body has not run yet. */
  public void beginUnrun() {
    attempt = 0;
  }

  /** Calls another method with the same parameters, on this thread. */
  @Nullable Object callInstead(MethodHandle other) throws Throwable {
    CapturedContext.Replaced before = surroundings.swapIn();
    try {
      return other.asFixedArity().invokeWithArguments(arguments);
    } finally {
      before.giveBack();
    }
  }

  /** Calls the method once more, on this thread. */
  @Nullable
  public Object run() throws Throwable {
    attempt++;
    RunningMethods running = RunningMethods.enter(method, this);
    CapturedContext.Replaced before = surroundings.swapIn();
    try {
      // A method with variable arguments is given its last array as it is.
      return handle.asFixedArity().invokeWithArguments(arguments);
    } finally {
      before.giveBack();
      running.leave();
    }
  }

  /** For further calls; what was called already keeps its own. */
  public void replaceLast(Object argument) {
    arguments[arguments.length - 1] = argument;
  }

  /** A class of the application, from which its libraries are seen. */
  public Class<?> owner() {
    return owner;
  }

  /** As the method declares it. */
  public Class<?> returnType() {
    return handle.type().returnType();
  }

  /** Of the method, after its receiver if it has one. */
  MethodType type() {
    return handle.type();
  }

  boolean isStatic() {
    return statically;
  }

  private static @Nullable Object[] prepend(Object self, @Nullable Object[] arguments) {
    @Nullable Object[] all = new @Nullable Object[arguments.length + 1];
    all[0] = self;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }
}
