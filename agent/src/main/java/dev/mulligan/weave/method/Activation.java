package dev.mulligan.weave.method;

import dev.mulligan.gate.Gate;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Operation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One running call of a woven method, in its thread's chain of such calls, the innermost first. It
 * exists from the method's entry if the application may query its first attempt ({@link
 * ContextAdvice}), otherwise from the second attempt on.
 */
public final class Activation implements Supplier<Object @Nullable []>, Runnable {

  private final RetryEngine engine;
  private final @Nullable Object[] thread;
  private final WovenMethod method;
  private final @Nullable Object self;

  /** The next outer call, of this agent or of a previous one. */
  private final @Nullable Object outer;

  private @Nullable CallId id;
  private @Nullable RunningCall retried;

  private Activation(
      RetryEngine engine, @Nullable Object[] thread, WovenMethod method, @Nullable Object self) {
    this.engine = engine;
    this.thread = thread;
    this.method = method;
    this.self = self;
    this.outer = thread[0];
  }

  public static Activation begin(RetryEngine engine, WovenMethod method, @Nullable Object self) {
    @Nullable Object[] thread = Gate.RUNNING.get();
    if (thread == null) {
      thread = new @Nullable Object[1];
      Gate.RUNNING.set(thread);
    }
    Activation begun = new Activation(engine, thread, method, self);
    thread[0] = begun;
    return begun;
  }

  /**
   * The activation of the call that fails now for the first time; null when its entry was not
   * recorded.
   */
  public static @Nullable Activation ofFailing(WovenMethod method) {
    @Nullable Object[] thread = Gate.RUNNING.get();
    return thread != null
            && thread[0] instanceof Activation innermost
            && innermost.method == method
            && innermost.retried == null
        ? innermost
        : null;
  }

  public CallId id() {
    CallId made = id;
    if (made == null) {
      made = engine.newId();
      id = made;
    }
    return made;
  }

  /** Records that a further attempt begins. */
  public void retry(RunningCall call) {
    id = call.id();
    retried = call;
  }

  /** Ends the activation at the method's exit. */
  @Override
  public void run() {
    thread[0] = outer;
  }

  /**
   * Ends the activation of a call whose entry was not recorded, and leaves nothing in its thread.
   */
  void endLate() {
    run();
    if (outer == null) {
      Gate.RUNNING.remove();
    }
  }

  /** The values that {@code mulligan-api} reads: number, id and rule. */
  @Override
  public Object @Nullable [] get() {
    Activation current = current();
    Operation operation = current == null ? null : current.operation();
    return current == null || operation == null
        ? null
        : new Object[] {current.attempt(), current.id().value(), operation.rule()};
  }

  /** The innermost call that a rule covers, or the outer call of which it is a part. */
  private @Nullable Activation current() {
    Activation found = null;
    for (Object each = this; each instanceof Activation call; each = call.outer) {
      boolean isInnermost = found == null && call.operation() != null;
      if (isInnermost || (found != null && found.isPartOf(call))) {
        found = call;
      }
    }
    return found;
  }

  private boolean isPartOf(Activation further) {
    Operation own = operation();
    return own != null
        && !engine.budgets().allowsNestedRetries(own)
        && further.operation() != null
        && Recursion.isPartOf(method, further.method, further.self);
  }

  private @Nullable Operation operation() {
    if (retried != null) {
      return retried.operation();
    }
    Binding binding = method.bindingFor(self);
    return binding == null ? null : binding.operation();
  }

  private int attempt() {
    return retried == null ? 1 : retried.attempt();
  }
}
