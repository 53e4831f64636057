package dev.mulligan.weave.guarded;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.stage.StageCall;
import dev.mulligan.gate.Gate;
import dev.mulligan.guard.AsyncExecution;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.transaction.TransactionWatch;
import dev.mulligan.weave.method.Nesting;
import dev.mulligan.weave.method.WovenMethod;
import dev.mulligan.weave.rewrite.Entrance;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The guards of a rule at a method that returns a future. This object is also the gate of calls
 * without own state: a call whose future is complete when the method returns allocates nothing.
 */
public final class WovenAsyncGuard extends Gate implements BooleanSupplier, Entrance {

  private final AsyncMethod method;
  private final GuardedOperation operation;
  private final Nesting nesting;
  private final TransactionWatch transactions;
  private final WovenMethod woven;
  private final StackCheck stack = new StackCheck();

  public WovenAsyncGuard(
      AsyncMethod method, Nesting nesting, TransactionWatch transactions, WovenMethod woven) {
    this.method = method;
    this.operation = method.operation();
    this.nesting = nesting;
    this.transactions = transactions;
    this.woven = woven;
  }

  @Override
  public @Nullable Object enter(@Nullable Object self) {
    if (Invocation.isRunning(woven.id())) {
      return null;
    }
    if (!stack.mayEnter(operation)) {
      return null;
    }
    return !operation.needsCallFromTheStart() && operation.tryEnter()
        ? this
        : enter(new AsyncExecution(operation));
  }

  private @Nullable Object enter(AsyncExecution call) {
    try {
      return switch (call.enter(this)) {
        case RUN -> new WovenAsyncCall(this, call);
        case RUN_UNGUARDED -> null;
        case LATER -> new Object[] {new EndedStage(woven, method, call, null)};
      };
    } catch (RuntimeException | Error own) { // no stack or memory left
      call.forget();
      throw own;
    }
  }

  /** Whether the call on this thread is the outermost one of the method. */
  @Override
  public boolean getAsBoolean() {
    return nesting.isOutermost(woven, operation.operation());
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    return thrown(entered(), self, thrown);
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    if (!hasSucceeded(result)) {
      return returned(entered(), result);
    }
    operation.succeeded();
    if (Gate.counting != null) {
      operation.countSuccess();
    }
    return null;
  }

  private AsyncExecution entered() {
    try {
      return AsyncExecution.entered(operation, operation.engine().now());
    } catch (RuntimeException | Error own) { // no memory left
      operation.giveBack();
      throw own;
    }
  }

  /** Handles an exception that the body of a call threw. */
  @Nullable Object thrown(AsyncExecution call, @Nullable Object self, Throwable thrown) {
    try {
      if (!stack.mayHandle(thrown) || !getAsBoolean()) {
        call.forget();
        return null;
      }
      transactions.failed(operation.operation(), self);
      return new EndedStage(woven, method, call, thrown);
    } catch (RuntimeException | Error own) {
      call.forget();
      throw own;
    }
  }

  /** Handles the return of the body of a call. */
  @Nullable Object returned(AsyncExecution call, @Nullable Object result) {
    try {
      if (hasSucceeded(result) && call.succeededAtOnce()) {
        return null;
      }
      if (result == null || isPartOfAnother(result)) {
        call.forget();
        return null;
      }
      return new EndedStage(woven, method, call, null);
    } catch (RuntimeException | Error own) {
      call.forget();
      throw own;
    }
  }

  private boolean hasSucceeded(@Nullable Object result) {
    return StageCall.hasSucceeded(method.form(), result, operation);
  }

  private boolean isPartOfAnother(Object failed) {
    return StageCall.hasFailed(method.form(), failed) && !getAsBoolean();
  }

  /** Does nothing: calls in flight finish under this agent after another has taken over. */
  @Override
  public void leave() {}
}
