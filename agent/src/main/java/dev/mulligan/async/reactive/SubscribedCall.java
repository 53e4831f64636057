package dev.mulligan.async.reactive;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.CapturedContext;
import dev.mulligan.async.Invocation;
import dev.mulligan.guard.AsyncAttempt;
import dev.mulligan.guard.AsyncExecution;
import dev.mulligan.guard.AsyncSide;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.task.CalledWith;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to the source of a reactive method. Each attempt of the call resubscribes to
 * that source. The library's own {@code retryWhen} moves the subscriber from one {@link Step} to
 * the next, and so preserves demand, cancellation and context.
 */
final class SubscribedCall implements AsyncSide {

  private final Reactive library;
  private final AsyncMethod method;
  private final GuardedOperation operation;
  private final Invocation invocation;
  private final @Nullable SubscriberAttempts visibleAttempts;
  private final CapturedContext context;
  private final Object source;
  private final AsyncExecution call;

  /** The last step created. */
  private volatile Step latest;

  /** The step that the subscriber is in. */
  private volatile @Nullable Step current;

  private volatile boolean emitted;
  private volatile boolean unwanted;

  private SubscribedCall(
      Reactive library, AsyncMethod method, Invocation invocation, Object source) {
    this.library = library;
    this.method = method;
    this.operation = method.operation();
    this.invocation = invocation;
    this.visibleAttempts = SubscriberAttempts.of(library, operation, invocation);
    this.context = CapturedContext.ofCurrentThread(invocation.owner());
    this.source = source;
    this.call = new AsyncExecution(operation);
    this.latest = begin();
  }

  /** Returns the retrying source to subscribe to instead of the original. */
  static Object retrying(
      Reactive library, AsyncMethod method, Invocation invocation, Object source) {
    GuardedOperation operation = method.operation();
    if (operation
        .engine()
        .pauses()
        .isEnded()) { // the application kept the source until after the detach
      return source;
    }
    try {
      return new SubscribedCall(library, method, invocation, source).steps();
    } catch (Throwable own) { // the subscriber gets the original source
      operation.ownFailure(own);
      return source;
    }
  }

  private Object steps() {
    Object steps = library.retryWhen(library.defer(this::nextSource), this::afterFailure);
    return library.onTerminate(library.onCancel(steps, this::cancelled), this::terminated);
  }

  private Object nextSource() {
    try {
      return next();
    } catch (Throwable own) { // the subscriber gets the original source
      operation.ownFailure(own);
      call.forget();
      current = null;
      return source;
    }
  }

  private Object next() {
    Step before = current;
    Step step = before == null ? first() : (Step) before.next().join();
    current = step;
    if (step.end() != null) {
      return step.end();
    }
    AsyncAttempt attempt = step.attempt();
    return attempt == null ? library.failing(NoOutcome.yet()) : attempted(step, attempt);
  }

  private Step first() {
    Step first = latest;
    if (call.enter(() -> true) == AsyncExecution.Entrance.RUN) {
      first.attempt(call.follow(this, first));
      if (unwanted) {
        call.stop();
      }
    } else {
      call.enterLater(this);
    }
    return first;
  }

  private Step begin() {
    return operation.isTimed() ? Step.timed() : Step.begin();
  }

  private Object attempted(Step step, AsyncAttempt attempt) {
    Object attempted = visibleAttempts == null ? source : visibleAttempts.next(source);
    CompletableFuture<Object> timeUp = step.timeUp();
    Object timed = timeUp == null ? attempted : library.until(attempted, timeUp);
    if (!library.isStream()) {
      return timeUp != null || operation.judgesResults()
          ? library.rejecting(timed, value -> rejection(attempt, value))
          : timed;
    }
    if (timeUp == null) {
      return library.onEach(timed, element -> emitted = true);
    }
    Object inTime = library.filter(timed, element -> isEmitted(attempt));
    return library.ifEmpty(
        inTime, () -> attempt.answer() ? library.of(null) : library.failing(NoOutcome.inTime()));
  }

  private boolean isEmitted(AsyncAttempt attempt) {
    if (!emitted && attempt.answer()) {
      emitted = true;
    }
    return emitted;
  }

  private @Nullable Throwable rejection(AsyncAttempt attempt, @Nullable Object value) {
    if (!attempt.answer()) {
      operation.engine().discard(value);
      return NoOutcome.inTime();
    }
    return operation.isFailure(value) ? new RejectedResult(value) : null;
  }

  /** The signal that starts the next step. */
  private Object afterFailure(Throwable failure) {
    try {
      Step failed = current;
      return failed == null || failed.end() != null
          ? library.failingSignal(failure)
          : signalAfter(failed, failure);
    } catch (Throwable own) { // a fault of the agent must not replace the application's failure
      operation.ownFailure(own);
      return library.failingSignal(failure);
    }
  }

  private Object signalAfter(Step failed, Throwable failure) {
    report(failed.attempt(), failure);
    Throwable last = failed.next().isDone() ? ((Step) failed.next().join()).failure() : null;
    return last == null ? library.signal(failed.next()) : library.failingSignal(last);
  }

  private void report(@Nullable AsyncAttempt attempt, Throwable failure) {
    if (attempt == null || failure instanceof NoOutcome) {
      return;
    }
    if (failure instanceof RejectedResult rejected) {
      attempt.accept(rejected.value(), null);
    } else if (emitted) { // elements already emitted would be emitted again
      attempt.failForGood(failure);
    } else {
      attempt.accept(null, failure);
    }
  }

  /** A subscriber that cancels after it got elements counts as a success. */
  private void cancelled() {
    try {
      if (emitted) {
        succeeded();
      }
      unwanted = true;
      call.stop();
    } catch (Throwable own) { // the application's cancellation proceeds
      operation.ownFailure(own);
    }
  }

  /** Reports success; the call already knows of a failed attempt. */
  private void terminated() {
    try {
      succeeded();
    } catch (Throwable own) { // the application's success proceeds
      operation.ownFailure(own);
    }
  }

  private void succeeded() {
    Step step = current;
    AsyncAttempt attempt = step == null ? null : step.attempt();
    if (attempt != null) {
      attempt.succeed();
    }
  }

  @Override
  public CallId id() {
    return visibleAttempts == null ? operation.engine().newId() : visibleAttempts.call();
  }

  @Override
  public @Nullable CalledWith calledWith() {
    return invocation.calledWith(operation);
  }

  @Override
  public void dispatch(Runnable task) {
    library.schedule(() -> context.run(task));
  }

  @Override
  public void run(AsyncAttempt attempt) {
    Step step = begin();
    attempt.follows(step);
    step.attempt(attempt);
    advanceTo(step);
  }

  @Override
  public void cancel(AsyncAttempt attempt) {
    if (!unwanted && attempt.future() instanceof Step step && step.timeUp() != null) {
      step.timeUp().complete(true); // with a value: in some libraries an empty signal has no effect
    }
  }

  @Override
  public boolean isUnwanted() {
    return unwanted;
  }

  @Override
  public void settle(@Nullable Object value, @Nullable Throwable failure) {
    unwanted = true;
    advanceTo(
        failure == null
            ? Step.end(library.within(library.of(value), call::deliver))
            : Step.end(library.failing(failure), failure));
  }

  @Override
  public void fallBack(@Nullable Object value, @Nullable Throwable failure) {
    Object fallbackSource;
    try {
      fallbackSource = method.fallback().call(invocation);
    } catch (Throwable thrown) {
      settle(null, thrown);
      return;
    }
    if (fallbackSource == null) {
      settle(value, failure);
    } else {
      unwanted = true;
      advanceTo(Step.end(fallbackSource));
    }
  }

  private void advanceTo(Step step) {
    Step before = latest;
    latest = step;
    before.next().complete(step);
  }
}
