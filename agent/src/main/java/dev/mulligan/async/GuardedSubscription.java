package dev.mulligan.async;

import dev.mulligan.guard.AsyncGuardedCall;
import dev.mulligan.guard.AsyncSide;
import dev.mulligan.guard.GuardedAttempt;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.CallId;
import dev.mulligan.retry.CalledWith;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to what a guarded reactive method returned: the side of a call whose attempts
 * are subscriptions to the same source. The subscriber goes from one {@link Step} to the next by
 * the library's own {@code retryWhen}, which keeps its demand, its cancelling and its context.
 */
final class GuardedSubscription implements AsyncSide {

  private final Reactive library;
  private final GuardedOperation guarded;
  private final Terms terms;
  private final FallbackMethod fallback;
  private final Invocation invocation;
  private final @Nullable ToldAttempts told;
  private final Surroundings surroundings;
  private final Object source;
  private final AsyncGuardedCall call;

  /** The last one that is known of. */
  private volatile Step latest = Step.begin();

  /** Where the subscriber is. */
  private volatile @Nullable Step current;

  private volatile boolean emitted;
  private volatile boolean unwanted;

  private GuardedSubscription(
      Reactive library, GuardedSources method, Invocation invocation, Object source) {
    this.library = library;
    this.guarded = method.guarded();
    this.terms = method.terms();
    this.fallback = method.fallback();
    this.invocation = invocation;
    this.told = ToldAttempts.of(library, terms, invocation);
    this.surroundings = Surroundings.ofCurrentThread(invocation.owner());
    this.source = source;
    this.call = new AsyncGuardedCall(guarded, () -> true);
    CalledWith with = invocation.calledWith(terms.strategy());
    if (with != null) {
      call.calledWith(with);
    }
  }

  /** What a subscriber is subscribed to instead of the source. */
  static Object instead(
      Reactive library, GuardedSources method, Invocation invocation, Object source) {
    if (method
        .terms()
        .engine()
        .pauses()
        .isEnded()) { // the application has kept it longer than the agent was here
      return source;
    }
    try {
      return new GuardedSubscription(library, method, invocation, source).steps();
    } catch (Throwable own) { // then as without us
      method.terms().ownFailure(own);
      return source;
    }
  }

  private Object steps() {
    Object steps = library.retryWhen(library.defer(this::subscribedTo), this::afterFailure);
    return library.onTerminate(library.onCancel(steps, this::cancelled), this::terminated);
  }

  private Object subscribedTo() {
    Step before = current;
    Step step = before == null ? first() : (Step) before.next().join();
    current = step;
    if (step.end() != null) {
      return step.end();
    }
    GuardedAttempt attempt = step.attempt();
    return attempt == null ? library.failing(NoOutcome.yet()) : attempted(step, attempt);
  }

  private Step first() {
    Step first = latest;
    if (call.enter() == AsyncGuardedCall.Entrance.RUN) {
      first.makes(call.follow(this, first.timeUp()));
      if (unwanted) {
        call.stop();
      }
    } else {
      call.enterLater(this);
    }
    return first;
  }

  private Object attempted(Step step, GuardedAttempt attempt) {
    Object subscribedTo = told == null ? source : told.next(source);
    Object timed = guarded.isTimed() ? library.until(subscribedTo, step.timeUp()) : subscribedTo;
    if (!library.isStream()) {
      return guarded.isTimed() || terms.judgesResults()
          ? library.judging(timed, value -> rejection(attempt, value))
          : timed;
    }
    if (!guarded.isTimed()) {
      return library.onEach(timed, element -> emitted = true);
    }
    Object inTime = library.passing(timed, element -> isEmitted(attempt));
    return library.ifEmpty(
        inTime, () -> attempt.answer() ? library.of(null) : library.failing(NoOutcome.inTime()));
  }

  private boolean isEmitted(GuardedAttempt attempt) {
    if (!emitted && attempt.answer()) {
      emitted = true;
    }
    return emitted;
  }

  private @Nullable Throwable rejection(GuardedAttempt attempt, @Nullable Object value) {
    if (!attempt.answer()) {
      terms.engine().discard(value);
      return NoOutcome.inTime();
    }
    return terms.retriesResult(value) ? new RejectedResult(value) : null;
  }

  /** The signal that the next step waits for. */
  private Object afterFailure(Throwable failure) {
    Step failed = Objects.requireNonNull(current);
    if (failed.end() != null) {
      return library.failingSignal(failure);
    }
    try {
      tell(failed.attempt(), failure);
    } catch (Throwable own) { // nothing of ours may take the place of the application's failure
      terms.ownFailure(own);
      return library.failingSignal(failure);
    }
    Throwable last = failed.next().isDone() ? ((Step) failed.next().join()).failure() : null;
    return last == null ? library.signal(failed.next()) : library.failingSignal(last);
  }

  private void tell(@Nullable GuardedAttempt attempt, Throwable failure) {
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
      terms.ownFailure(own);
    }
  }

  /** Of a failed attempt the call knows already. */
  private void terminated() {
    try {
      succeeded();
    } catch (Throwable own) { // its success goes on
      terms.ownFailure(own);
    }
  }

  private void succeeded() {
    Step step = current;
    GuardedAttempt attempt = step == null ? null : step.attempt();
    if (attempt != null) {
      attempt.succeed();
    }
  }

  @Override
  public CallId id() {
    return told == null ? terms.engine().newId() : told.call();
  }

  @Override
  public boolean dispatch(Runnable task) {
    try {
      library.schedule(() -> surroundings.run(task));
      return true;
    } catch (Throwable rejected) {
      return false;
    }
  }

  @Override
  public void run(GuardedAttempt attempt) {
    Step step = Step.begin();
    attempt.follows(step.timeUp());
    step.makes(attempt);
    goOn(step);
  }

  @Override
  public void cancel(GuardedAttempt attempt) {
    if (!unwanted && attempt.future() instanceof CompletableFuture<?> timeUp) {
      complete(timeUp);
    }
  }

  /** With something: an empty signal of some libraries tells nobody. */
  @SuppressWarnings("unchecked") // of a step
  private static void complete(CompletableFuture<?> timeUp) {
    ((CompletableFuture<Object>) timeUp).complete(true);
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
      standingIn = fallback.call(invocation);
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
