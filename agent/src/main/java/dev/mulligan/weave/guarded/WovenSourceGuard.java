package dev.mulligan.weave.guarded;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.gate.Gate;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.transaction.TransactionWatch;
import dev.mulligan.weave.method.Nesting;
import dev.mulligan.weave.method.WovenMethod;
import dev.mulligan.weave.rewrite.Entrance;
import org.jspecify.annotations.Nullable;

/**
 * The guards of a rule at a method that returns a reactive source. The method's entry passes no
 * guard: a call begins with each subscription.
 */
public final class WovenSourceGuard extends Gate implements Entrance {

  private final AsyncMethod method;
  private final Nesting nesting;
  private final TransactionWatch transactions;
  private final WovenMethod woven;
  private final EndedSource returned;

  public WovenSourceGuard(
      AsyncMethod method, Nesting nesting, TransactionWatch transactions, WovenMethod woven) {
    this.method = method;
    this.nesting = nesting;
    this.transactions = transactions;
    this.woven = woven;
    this.returned = new EndedSource(woven, method, null);
  }

  @Override
  public @Nullable Object enter(@Nullable Object self) {
    return this;
  }

  /**
   * Whether the call is the outermost one; a nested call, such as a super call, belongs to the
   * outer call's attempts.
   */
  private boolean isOutermost(@Nullable Object self) {
    return nesting.isToBeRetried(woven, operation(), self);
  }

  private Operation operation() {
    return method.operation().operation();
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    if (thrown instanceof StackOverflowError || !isOutermost(self)) {
      return null;
    }
    transactions.failed(operation(), self);
    return new EndedSource(woven, method, thrown);
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    return result != null && isOutermost(self) ? returned : null;
  }

  /** Does nothing: calls in flight finish under this agent after another has taken over. */
  @Override
  public void leave() {}
}
