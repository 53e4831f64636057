package dev.mulligan.async;

import dev.mulligan.guard.AsyncGuardedCall;
import dev.mulligan.guard.AsyncSide;
import dev.mulligan.guard.GuardedAttempt;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.CallId;
import dev.mulligan.retry.CalledWith;
import java.lang.reflect.Method;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A call of a guarded suspend function. The function is given a continuation of ours, of which this
 * is the handler, and where it is timed a job of ours, a child of its caller's, by which it is
 * cancelled.
 */
public final class GuardedSuspension implements FunctionContinuation, AsyncSide {

  private final int method;
  private final Terms terms;
  private final GuardedOperation guarded;
  private final FallbackMethod fallback;
  private final boolean returnsNothing;
  private final Invocation invocation;
  private final Coroutines kotlin;
  private final CallingCoroutine caller;
  private final Object continuation;
  private final AsyncGuardedCall call;
  private final AtomicBoolean settled = new AtomicBoolean();

  /** The attempt whose end the continuation hears of; null while the fallback method runs. */
  private volatile @Nullable GuardedAttempt attempt;

  private volatile @Nullable Object job;

  /**
   * The caller's thread while it is in the woven code: there it is not resumed, but returned to.
   */
  private volatile @Nullable Thread inFrame;

  private volatile boolean settledInFrame;
  private volatile @Nullable Object value;
  private volatile @Nullable Throwable failure;

  private GuardedSuspension(Function function, Invocation invocation, Object callers) {
    this.method = function.method();
    this.terms = function.terms();
    this.guarded = function.guarded();
    this.fallback = function.fallback();
    this.returnsNothing = function.returnsNothing();
    this.invocation = invocation;
    this.kotlin = Coroutines.of(invocation.owner());
    this.caller = new CallingCoroutine(kotlin, callers);
    this.continuation = kotlin.continuation(this);
    this.call = new AsyncGuardedCall(guarded, () -> true);
  }

  /**
   * A guarded suspend function.
   *
   * @param method the id that the woven code carries
   * @param fallback the rule's
   * @param returnsNothing whether it is a function of Kotlin's {@code Unit}
   */
  public record Function(
      int method,
      GuardedOperation guarded,
      Terms terms,
      FallbackMethod fallback,
      boolean returnsNothing) {}

  /**
   * A call begins, at the function's entry.
   *
   * @param callers the continuation that the function was called with
   */
  public static Begun begin(Function function, Invocation invocation, Object callers) {
    GuardedSuspension begun = new GuardedSuspension(function, invocation, callers);
    invocation.replaceLast(begun.continuation);
    try {
      return new Begun(begun, begun.enter());
    } catch (Throwable own) {
      begun.call.forget();
      throw own;
    }
  }

  /**
   * A call that has begun.
   *
   * @param entry the continuation that the function is to be called with; or, in an array, what it
   *     returns without having run
   */
  public record Begun(GuardedSuspension suspension, Object entry) {}

  private Object enter() {
    CalledWith with = invocation.calledWith(terms.strategy());
    if (with != null) {
      call.calledWith(with);
    }
    if (call.enter() == AsyncGuardedCall.Entrance.RUN) {
      attempt = call.follow(this, newJob());
      return continuation;
    }
    invocation.beginUnrun();
    caller.watch(call::stopWaiting);
    inFrame = Thread.currentThread();
    call.enterLater(this);
    inFrame = null;
    if (settledInFrame && failure == null) {
      return new Object[] {value};
    }
    if (settledInFrame) {
      resumeLater();
    }
    return new Object[] {kotlin.suspended()};
  }

  @Override
  public boolean isOf(int otherMethod) {
    return method == otherMethod;
  }

  /**
   * The first attempt threw without having suspended.
   *
   * @return what the function returns instead; null to throw
   */
  public @Nullable Object threw(Throwable thrown) {
    return inFrame(null, thrown);
  }

  /**
   * The first attempt returned.
   *
   * @return what the function returns instead; null for that itself
   */
  public @Nullable Object returned(@Nullable Object returned) {
    return returned == kotlin.suspended() ? null : inFrame(returned, null);
  }

  private @Nullable Object inFrame(@Nullable Object returned, @Nullable Throwable thrown) {
    inFrame = Thread.currentThread();
    ended(returned, thrown);
    inFrame = null;
    if (settledInFrame && failure == thrown && (thrown != null || value == returned)) {
      return null;
    }
    if (settledInFrame) {
      resumeLater();
    }
    return kotlin.suspended();
  }

  /** The continuation's methods. */
  @Override
  public @Nullable Object invoke(
      Object proxy, Method called, @Nullable Object @Nullable [] arguments) {
    if (called.getDeclaringClass() == Object.class) {
      return LibraryFunction.ofObject(proxy, called, arguments);
    }
    if (called.getName().equals("getContext")) {
      Object own = job;
      return own == null ? caller.context() : kotlin.with(caller.context(), own);
    }
    Object outcome = arguments == null ? null : arguments[0];
    Throwable thrown = kotlin.exceptionOf(outcome);
    ended(thrown == null ? outcome : null, thrown);
    return null;
  }

  /** An attempt has ended, or the fallback method has. */
  private void ended(@Nullable Object returned, @Nullable Throwable thrown) {
    GuardedAttempt over = attempt;
    if (over == null) {
      settle(returned, thrown);
      return;
    }
    attempt = null;
    endJob();
    if (thrown != null || guarded.isFailure(returned)) {
      caller.watch(call::stopWaiting);
    }
    over.accept(returned, thrown);
  }

  /** An object of ours stands for a job where none is needed. */
  private Object newJob() {
    Object own = guarded.isTimed() ? kotlin.childJob(kotlin.jobOf(caller.context())) : null;
    job = own;
    return own == null ? this : own;
  }

  private void endJob() {
    Object own = job;
    job = null;
    if (own != null) {
      kotlin.complete(own);
    }
  }

  @Override
  public CallId id() {
    return invocation.id(terms.engine());
  }

  @Override
  public boolean dispatch(Runnable task) {
    return caller.dispatch(task);
  }

  @Override
  public void run(GuardedAttempt next) {
    caller.forget();
    Throwable cancellation = caller.cancellation();
    if (cancellation != null) {
      next.accept(null, cancellation);
      return;
    }
    next.follows(newJob());
    attempt = next;
    if (next.isLate()) {
      cancel(next);
    }
    Object returned;
    try {
      returned = invocation.run();
    } catch (Throwable thrown) {
      ended(null, thrown);
      return;
    }
    if (returned != kotlin.suspended()) {
      ended(returned, null);
    }
  }

  @Override
  public void cancel(GuardedAttempt late) {
    Object own = late.future();
    if (own != null && own != this) {
      try {
        kotlin.cancel(own);
      } catch (Throwable byAListener) {
        // It is cancelled all the same.
      }
    }
  }

  /** As with Kotlin's own time limit: what runs in a coroutine runs one after the other. */
  @Override
  public boolean awaitsCancelled() {
    return true;
  }

  /** A time limit of the function's own is a failure like any other. */
  @Override
  public boolean isCancellation(Throwable thrown) {
    return thrown instanceof CancellationException && !Coroutines.isTimeOut(thrown);
  }

  @Override
  public boolean isUnwanted() {
    return settled.get();
  }

  @Override
  public boolean wantsNoMore() {
    return settled.get() || caller.cancellation() != null;
  }

  @Override
  public void stoppedWaiting() {
    Throwable cancellation = caller.cancellation();
    if (settled.compareAndSet(false, true)) {
      failure = cancellation == null ? new CancellationException() : cancellation;
      value = null;
      if (Thread.currentThread() == inFrame) {
        settledInFrame = true;
      } else {
        resumeLater();
      }
    }
  }

  @Override
  public void settle(@Nullable Object result, @Nullable Throwable thrown) {
    if (!settled.compareAndSet(false, true)) {
      return;
    }
    caller.forget();
    value = result == null && returnsNothing ? kotlin.unit() : result;
    failure = thrown;
    if (Thread.currentThread() == inFrame) {
      settledInFrame = true;
    } else {
      resume();
    }
  }

  private void resumeLater() {
    if (!caller.dispatch(this::resume)) {
      resume();
    }
  }

  private void resume() {
    Throwable thrown = failure;
    caller.resume(thrown == null ? value : kotlin.failure(thrown));
  }

  @Override
  public void fallBack(@Nullable Object last, @Nullable Throwable thrown) {
    caller.forget();
    Object standingIn;
    try {
      standingIn = fallback.call(invocation);
    } catch (Throwable ofTheFallback) {
      settle(null, ofTheFallback);
      return;
    }
    if (standingIn != kotlin.suspended()) {
      settle(standingIn, null);
    }
  }
}
