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
 * One subscription to what a reactive method returned: the side of a call whose attempts are
 * subscriptions to the same source. The subscriber goes from one {@link Step} to the next by the
 * library's own {@code retryWhen}, which keeps its demand, its cancelling and its context.
 */
final class SubscribedCall implements AsyncSide {

  private final Reactive library;
  private final AsyncMethod method;
  private final GuardedOperation operation;
  private final Invocation invocation;
  private final @Nullable SubscriberAttempts told;
  private final CapturedContext surroundings;
  private final Object source;
  private final AsyncExecution call;

  /** The last one that is known of. */
  private volatile Step latest;

  /** Where the subscriber is. */
  private volatile @Nullable Step current;

  private volatile boolean emitted;
  private volatile boolean unwanted;

  private SubscribedCall(
      Reactive library, AsyncMethod method, Invocation invocation, Object source) {
    this.library = library;
    this.method = method;
    this.operation = method.operation();
    this.invocation = invocation;
    this.told = SubscriberAttempts.of(library, operation, invocation);
    this.surroundings = CapturedContext.ofCurrentThread(invocation.owner());
    this.source = source;
    this.call = new AsyncExecution(operation);
    this.latest = begin();
  }

  /** What a subscriber is subscribed to instead of the source. */
  static Object instead(
      Reactive library, AsyncMethod method, Invocation invocation, Object source) {
    GuardedOperation operation = method.operation();
    if (operation
        .engine()
        .pauses()
        .isEnded()) { // the application has kept it longer than we were here
      return source;
    }
    try {
      return new SubscribedCall(library, method, invocation, source).steps();
    } catch (Throwable own) { // then as without us
      operation.ownFailure(own);
      return source;
    }
  }

  private Object steps() {
    Object steps = library.retryWhen(library.defer(this::subscribedTo), this::afterFailure);
    return library.onTerminate(library.onCancel(steps, this::cancelled), this::terminated);
  }

  private Object subscribedTo() {
    try {
      return next();
    } catch (Throwable own) { // then as without us
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
      first.makes(call.follow(this, first));
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
    Object subscribedTo = told == null ? source : told.next(source);
    CompletableFuture<Object> timeUp = step.timeUp();
    Object timed = timeUp == null ? subscribedTo : library.until(subscribedTo, timeUp);
    if (!library.isStream()) {
      return timeUp != null || operation.judgesResults()
          ? library.judging(timed, value -> rejection(attempt, value))
          : timed;
    }
    if (timeUp == null) {
      return library.onEach(timed, element -> emitted = true);
    }
    Object inTime = library.passing(timed, element -> isEmitted(attempt));
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

  /** The signal that the next step waits for. */
  private Object afterFailure(Throwable failure) {
    try {
      Step failed = current;
      return failed == null || failed.end() != null
          ? library.failingSignal(failure)
          : signalAfter(failed, failure);
    } catch (Throwable own) { // nothing of ours may take the place of the application's failure
      operation.ownFailure(own);
      return library.failingSignal(failure);
    }
  }

  private Object signalAfter(Step failed, Throwable failure) {
    tell(failed.attempt(), failure);
    Throwable last = failed.next().isDone() ? ((Step) failed.next().join()).failure() : null;
    return last == null ? library.signal(failed.next()) : library.failingSignal(last);
  }

  private void tell(@Nullable AsyncAttempt attempt, Throwable failure) {
    if (attempt == null || failure instanceof NoOutcome) {
      return;
    }
    if (failure instanceof RejectedResult rejected) {
      attempt.accept(rejected.value(), null);
    } else if (emitted) { // which can't be taken back, and would come once more
      attempt.failForGood(failure);
    } else {
      attempt.accept(null, failure);
    }
  }

  /** A subscriber that has had enough elements was served well. */
  private void cancelled() {
    try {
      if (emitted) {
        succeeded();
      }
      unwanted = true;
      call.stop();
    } catch (Throwable own) { // the application's cancelling goes on
      operation.ownFailure(own);
    }
  }

  /** Of a failed attempt the call knows already. */
  private void terminated() {
    try {
      succeeded();
    } catch (Throwable own) { // its success goes on
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
    return told == null ? operation.engine().newId() : told.call();
  }

  @Override
  public @Nullable CalledWith calledWith() {
    return invocation.calledWith(operation.strategy());
  }

  @Override
  public void dispatch(Runnable task) {
    library.schedule(() -> surroundings.run(task));
  }

  @Override
  public void run(AsyncAttempt attempt) {
    Step step = begin();
    attempt.follows(step);
    step.makes(attempt);
    goOn(step);
  }

  @Override
  public void cancel(AsyncAttempt attempt) {
    if (!unwanted && attempt.future() instanceof Step step && step.timeUp() != null) {
      step.timeUp().complete(true); // with something: an empty signal of some libraries is none
    }
  }

  @Override
  public boolean isUnwanted() {
    return unwanted;
  }

  @Override
  public void settle(@Nullable Object value, @Nullable Throwable failure) {
    unwanted = true;
    goOn(
        failure == null
            ? Step.end(library.of(value))
            : Step.end(library.failing(failure), failure));
  }

  @Override
  public void fallBack(@Nullable Object value, @Nullable Throwable failure) {
    Object standingIn;
    try {
      standingIn = method.fallback().call(invocation);
    } catch (Throwable thrown) {
      settle(null, thrown);
      return;
    }
    if (standingIn == null) {
      settle(value, failure);
    } else {
      unwanted = true;
      goOn(Step.end(standingIn));
    }
  }

  private void goOn(Step step) {
    Step before = latest;
    latest = step;
    before.next().complete(step);
  }
}
