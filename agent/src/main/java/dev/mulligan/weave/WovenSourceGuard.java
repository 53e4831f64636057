package dev.mulligan.weave;

import dev.mulligan.async.GuardedSources;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.Terms;
import dev.mulligan.gate.Gate;
import dev.mulligan.retry.Operation;
import dev.mulligan.transaction.TransactionWatch;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The guards of a rule at a method that returns something to be subscribed to. Nothing is asked at
 * its entry: a call begins with each subscriber.
 */
final class WovenSourceGuard extends Gate implements Entrance {

  private final GuardedSources sources;
  private final Operation operation;
  private final Terms terms;
  private final Nesting nesting;
  private final TransactionWatch transactions;
  private final WovenMethod method;

  WovenSourceGuard(
      GuardedSources sources,
      Operation operation,
      Terms terms,
      Nesting nesting,
      TransactionWatch transactions,
      WovenMethod method) {
    this.sources = sources;
    this.operation = operation;
    this.terms = terms;
    this.nesting = nesting;
    this.transactions = transactions;
    this.method = method;
  }

  @Override
  public @Nullable Object enter(@Nullable Object self) {
    return this;
  }

  /** A call inside of itself, as of a super method, is a part of the other's attempts. */
  private boolean isOutermost(@Nullable Object self) {
    return nesting.isToBeRetried(method, operation, self);
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    if (thrown instanceof StackOverflowError || !isOutermost(self)) {
      return null;
    }
    transactions.failed(operation, self);
    return new Thrown(thrown);
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    return result != null && isOutermost(self) ? this : null;
  }

  @Override
  protected @Nullable Object onInstead(
      Class<?> owner,
      @Nullable Object self,
      @Nullable Object returned,
      MethodHandle again,
      @Nullable Object[] arguments) {
    Invocation invocation = invocation(owner, self, again, arguments);
    try {
      return returned == null ? null : sources.insteadOf(returned, invocation);
    } catch (Throwable own) {
      terms.ownFailure(own);
      return null;
    }
  }

  private Invocation invocation(
      Class<?> owner, @Nullable Object self, MethodHandle again, @Nullable Object[] arguments) {
    Invocation invocation = new Invocation(method.id(), owner, self, again, arguments);
    if (method.tellsSubscribers()) {
      invocation.tell(SubscribedAttempt.of(operation));
    }
    return invocation;
  }

  /** Whoever takes over lets calls in flight end as they began. */
  @Override
  public void leave() {}

  /** A method that threw instead of returning. */
  private final class Thrown extends EndedAttempt {
    private final Throwable thrown;

    Thrown(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    protected @Nullable Object onInstead(
        Class<?> owner,
        @Nullable Object self,
        @Nullable Object returned,
        MethodHandle again,
        @Nullable Object[] arguments) {
      Invocation invocation = invocation(owner, self, again, arguments);
      try {
        return sources.insteadOfThrown(thrown, invocation);
      } catch (Throwable own) {
        terms.ownFailure(own);
        return null;
      }
    }
  }
}
