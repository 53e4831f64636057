package dev.mulligan.async;

import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.task.CalledWith;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A call of the application that can be repeated: method, receiver, original arguments, and the
 * thread-bound context of libraries.
 */
public final class Invocation {

  private final int method;
  private final Class<?> owner;
  private final MethodHandle handle;
  private final boolean isStatic;
  private final @Nullable Object[] arguments;
  private final CapturedContext context;

  // Used by one thread at a time.
  private @Nullable CallId id;
  private @Nullable Attempts attempts;
  private int attempt = 1;

  /**
   * @param method the id that the woven code passes
   * @param owner the class that declares the method
   * @param self null for a static method
   * @param handle calls exactly this method, never an override
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
    this.isStatic = self == null;
    this.arguments = self == null ? arguments : prepend(self, arguments);
    this.context = CapturedContext.ofCurrentThread(owner);
  }

  /**
   * Whether this thread runs inside another attempt of this method; a call there must not be
   * retried.
   */
  public static boolean isRunning(int method) {
    return RunningMethods.isRunning(method);
  }

  /** The invocation of this method that this thread is repeating now; null when there is none. */
  public static @Nullable Invocation running(int method) {
    return RunningMethods.invocationOf(method);
  }

  /** Sets the call id that the first attempt already used. */
  public void identify(CallId callId) {
    id = callId;
  }

  /** Makes attempts that are subscriptions visible to the application. */
  public void useAttempts(Attempts visible) {
    attempts = visible;
  }

  /** Null where the application cannot query its attempts. */
  @Nullable
  public Attempts attempts() {
    return attempts;
  }

  /** The call id, the same for all attempts. */
  public CallId id(RetryEngine engine) {
    CallId known = id;
    if (known == null) {
      known = engine.newId();
      id = known;
    }
    return known;
  }

  /** Null where the call's arguments are not needed. */
  public @Nullable CalledWith calledWith(GuardedOperation operation) {
    if (!operation.needsCalledWith()) {
      return null;
    }
    return isStatic
        ? new CalledWith(null, arguments)
        : new CalledWith(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  /** The number of the latest attempt. */
  public int attempt() {
    return attempt;
  }

  /** Sets the attempt number to 0: the method's body has not run yet. */
  public void markNotRun() {
    attempt = 0;
  }

  /** Calls another method with the same parameters, on this thread. */
  @Nullable Object callInstead(MethodHandle other) throws Throwable {
    CapturedContext.Replaced before = context.install();
    try {
      return other.asFixedArity().invokeWithArguments(arguments);
    } finally {
      before.restore();
    }
  }

  /** Calls the method again, on this thread. */
  @Nullable
  public Object run() throws Throwable {
    attempt++;
    RunningMethods running = RunningMethods.enter(method, this);
    CapturedContext.Replaced before = context.install();
    try {
      // A varargs method gets its last array unchanged.
      return handle.asFixedArity().invokeWithArguments(arguments);
    } finally {
      before.restore();
      running.leave();
    }
  }

  /** Replaces the last argument for further calls. */
  public void replaceLast(Object argument) {
    arguments[arguments.length - 1] = argument;
  }

  /** The application class through which the agent finds libraries. */
  public Class<?> owner() {
    return owner;
  }

  /** The return type that the method declares. */
  public Class<?> returnType() {
    return handle.type().returnType();
  }

  /** The method's type; an instance method's receiver comes first. */
  MethodType type() {
    return handle.type();
  }

  boolean isStatic() {
    return isStatic;
  }

  private static @Nullable Object[] prepend(Object self, @Nullable Object[] arguments) {
    @Nullable Object[] all = new @Nullable Object[arguments.length + 1];
    all[0] = self;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }
}
