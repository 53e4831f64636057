package dev.mulligan.weave.guarded;

import dev.mulligan.gate.Gate;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.transaction.TransactionWatch;
import dev.mulligan.weave.method.Nesting;
import dev.mulligan.weave.method.WovenMethod;
import dev.mulligan.weave.rewrite.Entrance;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The guards of a rule at a synchronous woven method. This object is also the gate of first
 * attempts without own state: a successful call allocates nothing.
 */
public final class WovenGuard extends Gate implements BooleanSupplier, Entrance {

  private final GuardedOperation guarded;
  private final RetryEngine engine;
  private final Nesting nesting;
  private final TransactionWatch transactions;
  private final WovenMethod method;
  private final StackCheck stack = new StackCheck();

  public WovenGuard(
      GuardedOperation guarded,
      RetryEngine engine,
      Nesting nesting,
      TransactionWatch transactions,
      WovenMethod method) {
    this.guarded = guarded;
    this.engine = engine;
    this.nesting = nesting;
    this.transactions = transactions;
    this.method = method;
  }

  @Override
  public @Nullable Object enter(@Nullable Object self) {
    if (!stack.mayEnter(guarded)) {
      return null;
    }
    return !guarded.needsCallFromTheStart() && guarded.tryEnter() ? this : call().enter(self);
  }

  /** Whether the call on this thread is the outermost one of the method. */
  @Override
  public boolean getAsBoolean() {
    return nesting.isOutermost(method, operation());
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    if (!stack.mayHandle(thrown)) {
      guarded.giveBack();
      return null;
    }
    return enteredCall().onThrown(id, self, thrown, arguments);
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    if (guarded.isFailure(result)) {
      return enteredCall().onReturned(id, self, result, arguments);
    }
    guarded.succeeded();
    if (Gate.counting != null) {
      guarded.countSuccess(guarded.calledWith(self, arguments));
    }
    return null;
  }

  private WovenGuardedCall enteredCall() {
    try {
      WovenGuardedCall call = call();
      call.entered();
      return call;
    } catch (RuntimeException | Error own) { // no memory left
      guarded.giveBack();
      throw own;
    }
  }

  private WovenGuardedCall call() {
    return new WovenGuardedCall(this);
  }

  /** Checks the first failure of a call for an open transaction. */
  void failed(@Nullable Object self) {
    transactions.failed(operation(), self);
  }

  StackCheck stack() {
    return stack;
  }

  GuardedOperation guarded() {
    return guarded;
  }

  Operation operation() {
    return guarded.operation();
  }

  RetryEngine engine() {
    return engine;
  }

  WovenMethod method() {
    return method;
  }

  /** Does nothing: calls in flight finish under this agent after another has taken over. */
  @Override
  public void leave() {}
}
