package dev.mulligan.weave.guarded;

import dev.mulligan.gate.Gate;
import dev.mulligan.guard.GuardDecision;
import dev.mulligan.guard.GuardedCall;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.weave.method.CallContext;
import dev.mulligan.weave.method.RunningCall;
import org.jspecify.annotations.Nullable;

/**
 * One call of a guarded method; it translates the decisions of its guards to the return values of
 * {@link Gate#entered}.
 */
final class WovenGuardedCall extends Gate implements RunningCall {

  private final Operation operation;
  private final WovenGuard guard;
  private final CallContext context;
  private final CallId id;
  private final GuardedCall call;

  WovenGuardedCall(WovenGuard guard) {
    this.guard = guard;
    operation = guard.operation();
    context = new CallContext(guard.engine(), guard.method());
    CallId known = context.knownId();
    id = known == null ? guard.engine().newId() : known;
    call = new GuardedCall(guard.guarded(), id, guard);
  }

  /** If this throws, the body runs without guards. */
  @Nullable Object enter(@Nullable Object self) {
    try {
      return next(call.enter(), self);
    } catch (RuntimeException | Error own) { // no stack or memory left
      giveBack();
      throw own;
    }
  }

  /** Marks all permits as acquired by its guard. */
  void entered() {
    call.entered();
  }

  private void giveBack() {
    call.giveBack();
    context.end();
  }

  @Override
  public CallId id() {
    return id;
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public int attempt() {
    return call.attempt();
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    if (!guard.stack().mayHandle(thrown)) {
      giveBack();
      return null;
    }
    try {
      if (call.attempt() == 1) {
        guard.failed(self);
      }
      identify(self, arguments);
      return next(call.thrown(thrown), self);
    } catch (RuntimeException | Error own) {
      giveBack();
      throw own;
    }
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    try {
      identify(self, arguments);
      return next(call.returned(result), self);
    } catch (RuntimeException | Error own) {
      giveBack();
      throw own;
    }
  }

  private void identify(@Nullable Object self, @Nullable Object @Nullable [] arguments) {
    CalledWith with = guard.guarded().calledWith(self, arguments);
    if (with != null) {
      call.calledWith(with);
    }
  }

  private @Nullable Object next(GuardDecision next, @Nullable Object self) {
    if (next instanceof GuardDecision.Run) {
      if (call.attempt() > 1) {
        context.retry(this, self);
      }
      return this;
    }
    context.end();
    return encode(next);
  }

  private static @Nullable Object encode(GuardDecision next) {
    if (next instanceof GuardDecision.Throw end) {
      return OwnFrames.strip(end.thrown());
    }
    if (next instanceof GuardDecision.Return end) {
      return new @Nullable Object[] {end.value()};
    }
    if (next instanceof GuardDecision.CallFallback end) {
      return end.otherwise() instanceof GuardDecision.Throw failure
          ? new Throwable[] {OwnFrames.strip(failure.thrown())}
          : new Throwable[0];
    }
    return null;
  }

  @Override
  public void leave() {}
}
