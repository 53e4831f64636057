package dev.mulligan.weave.call;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Form;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.stage.StageCall;
import dev.mulligan.async.suspend.Continuations;
import dev.mulligan.gate.Gate;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.budget.SuccessCounting;
import dev.mulligan.retry.judge.ResultJudge;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.thread.FirstUses;
import dev.mulligan.thread.MulliganThread;
import dev.mulligan.transaction.TransactionWatch;
import dev.mulligan.weave.guarded.EndedSource;
import dev.mulligan.weave.guarded.EndedStage;
import dev.mulligan.weave.guarded.WovenSuspension;
import dev.mulligan.weave.method.Activation;
import dev.mulligan.weave.method.ApiVisibility;
import dev.mulligan.weave.method.Binding;
import dev.mulligan.weave.method.MethodTable;
import dev.mulligan.weave.method.Nesting;
import dev.mulligan.weave.method.WovenMethod;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The gate of the running agent: woven code calls it at a call's first failure, or with its first
 * result where a rule has conditions on results.
 */
public final class RetryGate extends Gate
    implements SuccessCounting, BiFunction<String, @Nullable Object[], @Nullable Object> {

  private final MethodTable table;
  private final Nesting nesting;
  private final RetryEngine engine;
  private final ApiVisibility api;
  private final TransactionWatch transactions;
  private final Runnable leave;
  private final CallPool<WovenCall> idle = new CallPool<>();

  private final FirstUses failures = new FirstUses();

  /** Failures for which there was no memory. Not synchronized: two at once may count as one. */
  private int missed;

  /** Guarded by this. */
  private boolean isCounting;

  public RetryGate(
      MethodTable table,
      Nesting nesting,
      RetryEngine engine,
      ApiVisibility api,
      TransactionWatch transactions,
      Runnable leave) {
    this.table = table;
    this.nesting = nesting;
    this.engine = engine;
    this.api = api;
    this.transactions = transactions;
    this.leave = leave;
  }

  RetryEngine engine() {
    return engine;
  }

  /** Tells whether the application can query its attempt. */
  ApiVisibility api() {
    return api;
  }

  private WovenCall call(WovenMethod method, Binding binding) {
    WovenCall call = idle.take();
    if (call == null) {
      return new WovenCall(this, method, binding);
    }
    call.restart(method, binding);
    return call;
  }

  void release(WovenCall call) {
    idle.give(call);
  }

  @Override
  protected @Nullable Object onEntered(int id, @Nullable Object self) {
    WovenMethod method = table.get(id);
    Binding binding = method == null ? null : method.bindingFor(self);
    if (binding == null || binding.guard().isEmpty() || MulliganThread.isCurrent()) {
      return null;
    }
    return binding.guard().get().enter(self);
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    if (thrown instanceof StackOverflowError) {
      // Too little stack may be left: a class that failed to initialise now would stay unusable.
      return null;
    }
    WovenMethod method = table.get(id);
    Binding binding = method == null ? null : method.bindingFor(self);
    if (method == null || binding == null) {
      return null;
    }
    try {
      Object again = onFailure(method, binding, self, thrown, arguments);
      if (missed > 0) {
        sayMissed(binding.operation());
      }
      return again;
    } catch (RuntimeException | LinkageError own) {
      engine.ownFailure(binding.operation(), own);
      return null;
    } catch (OutOfMemoryError none) {
      missed++;
      return null;
    }
  }

  private void sayMissed(Operation now) {
    int count = missed;
    missed = 0;
    engine.missedFailures(now, count);
  }

  private @Nullable Object onFailure(
      WovenMethod method,
      Binding binding,
      @Nullable Object self,
      Throwable thrown,
      @Nullable Object @Nullable [] arguments) {
    if (!failures.allow()
        || !isToBeRetried(method, binding, self)
        || !mayBeRepeated(binding, self, arguments)) {
      return null;
    }
    transactions.failed(binding.operation(), self);
    if (method.form().isPresent()) {
      return ended(method, binding.async(), thrown);
    }
    return call(method, binding).onThrown(method.id(), self, thrown, arguments);
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    WovenMethod method = table.get(id);
    Binding binding = method == null ? null : method.bindingFor(self);
    if (method == null || binding == null) {
      return null;
    }
    if (method.isAsync()) {
      return asyncAttempt(method, method.form().orElseThrow(), binding, self, result);
    }
    ResultJudge judge = binding.judge();
    if (judge != null && judge.suspects(result)) {
      return onSuspect(method, binding, self, result, arguments);
    }
    if (Gate.counting != null) {
      succeeded(binding, binding.calledWith(self, arguments));
    }
    return null;
  }

  @Override
  protected boolean onWhole(int id, @Nullable Object self, long result) {
    WovenMethod method = table.get(id);
    Binding binding = method == null ? null : method.bindingFor(self);
    ResultJudge judge = binding == null ? null : binding.judge();
    return judge != null && judge.suspects(result);
  }

  private @Nullable Object onSuspect(
      WovenMethod method,
      Binding binding,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    if (!failures.allow()) {
      return null;
    }
    if (!engine.retriesResult(binding.strategy(), result)) {
      succeeded(binding, binding.calledWith(self, arguments));
      return null;
    }
    return isToBeRetried(method, binding, self) && mayBeRepeated(binding, self, arguments)
        ? call(method, binding).onReturned(method.id(), self, result, arguments)
        : null;
  }

  @Override
  protected @Nullable Runnable onRunning(int id, @Nullable Object self) {
    WovenMethod method = table.get(id);
    if (method == null) {
      return null;
    }
    Activation begun = Activation.begin(engine, method, self);
    if (method.form().isPresent()) {
      continueRepeated(begun, method, self);
    }
    return begun;
  }

  private void continueRepeated(Activation begun, WovenMethod method, @Nullable Object self) {
    Invocation repeated = Invocation.running(method.id());
    Binding binding = repeated == null ? null : method.bindingFor(self);
    if (repeated != null && binding != null) {
      begun.retry(
          new RepeatedAttempt(repeated.id(engine), binding.operation(), repeated.attempt()));
    }
  }

  @Override
  protected void onFailedWith(int id, @Nullable Object self, @Nullable Object argument) {
    WovenMethod method = table.get(id);
    Binding binding = method == null ? null : method.bindingFor(self);
    if (binding != null && !MulliganThread.isCurrent()) {
      transactions.failed(binding.operation(), argument);
    }
  }

  private @Nullable Object asyncAttempt(
      WovenMethod method,
      Form form,
      Binding binding,
      @Nullable Object self,
      @Nullable Object result) {
    AsyncMethod async = binding.async();
    if (form == Form.SUSPEND) {
      return suspendAttempt(method, binding, self, async, result);
    }
    if (result == null || StageCall.hasSucceeded(form, result, async.operation())) {
      succeeded(binding, null);
      return null;
    }
    if (MulliganThread.isCurrent()
        || Invocation.isRunning(method.id())
        || (StageCall.hasFailed(form, result) && !isToBeRetried(method, binding, self))) {
      return null;
    }
    return ended(method, async, null);
  }

  /** Answers the library in this process, which finds this method by its interface. */
  @Override
  public @Nullable Object apply(String question, @Nullable Object[] values) {
    try {
      table.judgeResults(); // the library's calls may end with results inside woven methods
      return engine.answer(question, values);
    } catch (RuntimeException | Error own) { // another version, or no stack or memory left
      return null;
    }
  }

  private static Object ended(WovenMethod method, AsyncMethod async, @Nullable Throwable thrown) {
    return async.form().isSubscribedTo()
        ? new EndedSource(method, async, thrown)
        : EndedStage.unguarded(method, async, thrown);
  }

  /**
   * Handles a call whose every attempt fails, as woven code does, though the thread is Mulligan's.
   * For a gate of its own, whose engine counts nothing of the application.
   */
  void rehearse(WovenMethod method, Binding binding, Throwable failure) {
    if (isToBeRetried(method, binding, null) || Invocation.isRunning(method.id())) {
      throw new IllegalStateException("a thread of Mulligan is never retried");
    }
    transactions.failed(binding.operation(), null);
    Object call = call(method, binding).onThrown(method.id(), null, failure, null);
    while (call instanceof WovenCall again) {
      call = again.onThrown(method.id(), null, failure, null);
    }
  }

  /** The same for the first attempt of a method that returns a future. */
  Object rehearseEnded(WovenMethod method, Binding binding) {
    return ended(method, binding.async(), null);
  }

  /** Handles the entry of a suspend function. */
  private static @Nullable Object suspendAttempt(
      WovenMethod method,
      Binding binding,
      @Nullable Object self,
      AsyncMethod async,
      @Nullable Object continuation) {
    if (MulliganThread.isCurrent()
        || Continuations.isResumption(continuation, method.id(), method.qualifiedName())) {
      return null;
    }
    return binding.guard().isPresent()
        ? binding.guard().get().enter(self)
        : new WovenSuspension(async);
  }

  @Override
  public void leave() {
    leave.run();
  }

  private void succeeded(Binding binding, @Nullable CalledWith call) {
    if (binding.operation().mode() == Operation.Mode.RETRY && !MulliganThread.isCurrent()) {
      engine.succeeded(binding.operation(), binding.strategy(), call, null);
    }
  }

  private boolean mayBeRepeated(
      Binding binding, @Nullable Object self, @Nullable Object @Nullable [] arguments) {
    return !binding.outsideTransaction() || transactions.isOutside(self, arguments);
  }

  private boolean isToBeRetried(WovenMethod method, Binding binding, @Nullable Object self) {
    return nesting.isToBeRetried(method, binding.operation(), self);
  }

  /** Only the installed gate may change this: another agent may have taken over. */
  @Override
  public synchronized void want(boolean wanted) {
    isCounting = wanted;
    applyCounting();
  }

  /** Applies what was wanted before it became the gate's handler. */
  public synchronized void applyCounting() {
    if (Gate.handler == this) {
      Gate.counting =
          isCounting ? Boolean.TRUE : null; // not an agent object: the field outlives the agent
    }
  }
}
