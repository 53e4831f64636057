package dev.mulligan.weave.method;

import dev.mulligan.gate.Gate;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Operation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a woven method while it runs: a link in its thread's chain, the innermost first. It
 * is there from the method's entry where the application may ask on the first attempt ({@link
 * ContextAdvice}), else from the second attempt on.
 */
public final class Activation implements Supplier<Object @Nullable []>, Runnable {

  private final RetryEngine engine;
  private final @Nullable Object[] thread;
  private final WovenMethod method;
  private final @Nullable Object self;

  /** Of this agent or of one before it. */
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

  /** Of the call that fails now for the first time; null when its entry was not seen. */
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

  /** A further attempt begins. */
  public void retry(RunningCall call) {
    id = call.id();
    retried = call;
  }

  /** The method is left. */
  @Override
  public void run() {
    thread[0] = outer;
  }

  /** The same for a call whose entry was not seen: nothing stays behind in its thread. */
  void endLate() {
    run();
    if (outer == null) {
      Gate.RUNNING.remove();
    }
  }

  /** What {@code mulligan-api} reads: number, id and rule. */
  @Override
  public Object @Nullable [] get() {
    Activation asked = asked();
    Operation operation = asked == null ? null : asked.operation();
    return asked == null || operation == null
        ? null
        : new Object[] {asked.attempt(), asked.id().value(), operation.rule()};
  }

  /** The innermost call that a rule means; where it is part of one further out, that one. */
  private @Nullable Activation asked() {
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
