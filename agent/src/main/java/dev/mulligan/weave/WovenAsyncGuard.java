package dev.mulligan.weave;

import dev.mulligan.async.FallbackMethod;
import dev.mulligan.async.Form;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.Replacement;
import dev.mulligan.async.Terms;
import dev.mulligan.gate.Gate;
import dev.mulligan.guard.AsyncGuardedCall;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.transaction.TransactionWatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The guards of a rule at a method that ends later than it returns, and the gate of every call
 * where that needs nothing of its own: one whose future is completed when the method returns
 * allocates nothing then.
 */
final class WovenAsyncGuard extends Gate implements BooleanSupplier, Entrance {

  private final GuardedOperation guarded;
  private final Terms terms;
  private final Form form;
  private final FallbackMethod fallback;
  private final Nesting nesting;
  private final TransactionWatch transactions;
  private final WovenMethod method;

  WovenAsyncGuard(
      GuardedOperation guarded,
      Terms terms,
      Form form,
      FallbackMethod fallback,
      Nesting nesting,
      TransactionWatch transactions,
      WovenMethod method) {
    this.guarded = guarded;
    this.terms = terms;
    this.form = form;
    this.fallback = fallback;
    this.nesting = nesting;
    this.transactions = transactions;
    this.method = method;
  }

  @Override
  public @Nullable Object enter(@Nullable Object self) {
    if (Invocation.isRunning(method.id())) {
      return null;
    }
    if (!guarded.needsCallFromTheStart() && guarded.tryEnter()) {
      return this;
    }
    AsyncGuardedCall call = new AsyncGuardedCall(guarded, this);
    return switch (call.enter()) {
      case RUN -> new WovenAsyncCall(this, call);
      case RUN_UNGUARDED -> null;
      case LATER -> new Object[] {new WovenAsyncCall(this, call)};
    };
  }

  /** Whether the call on this thread is the outermost one of the method. */
  @Override
  public boolean getAsBoolean() {
    return nesting.isOutermost(method, guarded.operation());
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    return call().onThrown(id, self, thrown, arguments);
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    if (!isFine(result)) {
      return call().onReturned(id, self, result, arguments);
    }
    guarded.succeeded();
    if (Gate.counting != null) {
      guarded.countSuccess();
    }
    return null;
  }

  private WovenAsyncCall call() {
    AsyncGuardedCall call = new AsyncGuardedCall(guarded, this);
    call.entered();
    return new WovenAsyncCall(this, call);
  }

  /** Whether what the body returned is a success already. */
  boolean isFine(@Nullable Object result) {
    return result == null || Replacement.isNeedless(form, result, terms);
  }

  /** Whether what the body returned has failed already, and is part of another call. */
  boolean isPartOfAnother(Object failed) {
    return Replacement.isFailed(form, failed) && !getAsBoolean();
  }

  /** A call threw for the first time; it may be within a transaction. */
  void failed(@Nullable Object self) {
    transactions.failed(guarded.operation(), self);
  }

  Form form() {
    return form;
  }

  Terms terms() {
    return terms;
  }

  FallbackMethod fallback() {
    return fallback;
  }

  WovenMethod method() {
    return method;
  }

  /** Whoever takes over lets calls in flight end as they began. */
  @Override
  public void leave() {}
}
