package dev.mulligan.guard;

import dev.mulligan.retry.Admission;
import dev.mulligan.retry.AsyncCall;
import dev.mulligan.retry.CalledWith;
import dev.mulligan.retry.FailureKind;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.Resumption;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.Threading;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a guarded asynchronous method, on its way through the guards and its attempts, as
 * {@link GuardedCall} is one of a synchronous method. It holds no thread: one thread at a time has
 * to do with it, and hands it on to whatever it waits for next: an attempt, a permit, a back-off.
 * Whoever ends that waiting, by its outcome, its time or its caller's cancelling, has the call.
 */
public final class AsyncGuardedCall implements Admission, Resumption {

  /** What becomes of the method's body at its first call. */
  public enum Entrance {
    /** It runs. */
    RUN,
    /** It runs as if no guard were there: the call is part of one that is guarded already. */
    RUN_UNGUARDED,
    /** It does not run on the caller's thread: {@link #enterLater}. */
    LATER
  }

  private final GuardedOperation guarded;
  private final Guards guards;
  private final RetryEngine engine;
  private final BooleanSupplier isOutermost;
  private final Passage passage;
  private final long start;

  private volatile @Nullable AsyncSide side;
  private volatile @Nullable AsyncCall retry;
  private volatile @Nullable CalledWith calledWith;
  private volatile @Nullable GuardedAttempt running;

  // Of whoever has the call.
  private Optional<Throwable> refusal = Optional.empty();
  private @Nullable Object value;
  private @Nullable Throwable failure;

  /**
   * @param isOutermost as for a {@link GuardedCall}
   */
  public AsyncGuardedCall(GuardedOperation guarded, BooleanSupplier isOutermost) {
    this.guarded = guarded;
    this.guards = guarded.guards();
    this.engine = guarded.engine();
    this.isOutermost = isOutermost;
    this.passage = new Passage(guards, engine);
    this.start = engine.now();
  }

  /** What the method was called with; needed where the strategy names tasks after it. */
  public void calledWith(CalledWith call) {
    calledWith = call;
  }

  /** Before the first attempt, on the caller's thread, which does not wait. */
  public Entrance enter() {
    if (passage.tryEnter()) {
      begin();
      return Entrance.RUN;
    }
    if (isOutermost.getAsBoolean()) {
      return Entrance.LATER;
    }
    passage.leaveCall(Verdict.NONE);
    return Entrance.RUN_UNGUARDED;
  }

  /** The call was entered by {@link GuardedOperation#tryEnter}, and its first attempt has run. */
  public void entered() {
    passage.entered();
    begin();
  }

  /** The first attempt came to a value before its caller has it. False when its time was over. */
  public boolean endedAtOnce() {
    return succeeded(current());
  }

  /** An attempt came to a value of which nothing more is asked, before its caller has it. */
  boolean succeeded(GuardedAttempt attempt) {
    if (!attempt.end()) {
      return false;
    }
    unset(attempt);
    succeed();
    return true;
  }

  /** The call goes on without guards: another one will hear of its end. */
  public void forget() {
    GuardedAttempt first = running;
    if (first != null && first.end()) {
      unset(first);
    }
    passage.leave(Verdict.NONE);
  }

  /**
   * The first attempt runs on, or has failed, and the caller gets the future of that side.
   *
   * @return the attempt, which must be told of its end
   */
  public GuardedAttempt follow(AsyncSide newSide, Object returned) {
    GuardedAttempt first = current();
    first.follows(returned);
    side = newSide;
    if (first.isLate()) {
      tooLate(first);
    }
    return first;
  }

  /** The first attempt threw instead of returning, and the caller gets the future of that side. */
  public void followThrown(AsyncSide newSide, Throwable thrown) {
    side = newSide;
    if (current().isLate()) {
      timedOut(current());
    } else {
      current().accept(null, thrown);
    }
  }

  /** Goes on with what {@link #enter} left open; the caller gets the future of that side. */
  public void enterLater(AsyncSide newSide) {
    side = newSide;
    if (passage.isInCall()) {
      enterAttempt();
    } else if (passage.entersCall(() -> dispatch(this::afterCallEntry))) {
      afterCallEntry();
    } else {
      stopWaitingIfUnwanted();
    }
  }

  private void afterCallEntry() {
    Optional<? extends Guard> refusedBy = passage.callRefusedBy();
    if (refusedBy.isPresent()) {
      refuse(guarded.refusal(refusedBy.get()));
    } else {
      enterAttempt();
    }
  }

  private void enterAttempt() {
    if (passage.entersAttempt(() -> dispatch(this::afterAttemptEntry))) {
      afterAttemptEntry();
    } else {
      stopWaitingIfUnwanted();
    }
  }

  private void afterAttemptEntry() {
    Optional<? extends Guard> refusedBy = passage.attemptRefusedBy();
    if (refusedBy.isEmpty()) {
      dispatch(this::runAttempt);
      return;
    }
    Throwable thrown = guarded.refusal(refusedBy.get());
    if (countsAsFailed(thrown)) {
      failedWith(thrown, Judgement.RETRYABLE);
    } else {
      passage.leaveCall(Verdict.NONE);
      refuse(thrown);
    }
  }

  private boolean countsAsFailed(Throwable thrown) {
    return engine.judge(guarded.strategy(), FailureKind.REFUSED, thrown) == Judgement.RETRYABLE;
  }

  private void refuse(Throwable thrown) {
    engine.gaveUpOn(thrown, Threading.ANY);
    value = null;
    failure = thrown;
    substitute();
  }

  private GuardedAttempt begin() {
    GuardedAttempt begun = new GuardedAttempt(this);
    running = begun;
    if (guarded.timeout().isPresent()) {
      boolean unused = engine.timer().set(begun, guarded.timeout().get());
    }
    return begun;
  }

  private void runAttempt() {
    if (side().isUnwanted()) {
      abandon();
      return;
    }
    side().run(begin());
    stopIfUnwanted();
  }

  /** The time of an attempt is over; on the thread that all calls share. */
  void late(GuardedAttempt attempt) {
    AsyncSide known = side;
    if (known != null && !known.dispatch(() -> tooLate(attempt))) {
      tooLate(attempt);
    }
  }

  private void tooLate(GuardedAttempt attempt) {
    if (side().awaitsCancelled()) {
      side().cancel(attempt);
    } else {
      timedOut(attempt);
    }
  }

  private void timedOut(GuardedAttempt attempt) {
    if (!attempt.timeOut()) {
      return;
    }
    try {
      guards.timedOut();
      passage.leaveAttempt(Verdict.FAILED);
      side().cancel(attempt);
      Throwable timeUp = guarded.timeUp();
      failedWith(timeUp, engine.judge(guarded.strategy(), FailureKind.TIMED_OUT, timeUp));
    } catch (Throwable own) {
      endAsIs(own);
    }
  }

  /** An attempt has an outcome. */
  void ended(GuardedAttempt attempt, @Nullable Object result, @Nullable Throwable thrown) {
    if (!attempt.end()) {
      if (thrown == null && attempt.isLate()) {
        engine.discard(result);
      }
      if (side().awaitsCancelled()) {
        timedOut(attempt);
      }
      return;
    }
    unset(attempt);
    value = result;
    failure = thrown;
    try {
      if (side().isUnwanted() || isCancellation(own(thrown))) {
        abandon();
        side().settle(value, failure);
      } else if (thrown != null) {
        failed(Objects.requireNonNull(own(thrown)));
      } else {
        returned(result);
      }
    } catch (Throwable own) {
      endAsIs(own);
    }
  }

  private boolean isCancellation(@Nullable Throwable thrown) {
    return thrown != null && side().isCancellation(thrown);
  }

  private void failed(Throwable thrown) {
    Judgement judgement = engine.judge(guarded.strategy(), FailureKind.THROWN, thrown);
    passage.leaveAttempt(Verdict.of(judgement, thrown));
    awaitOrEnd(retry().failed(thrown, judgement, this), judgement, thrown);
  }

  /** An attempt has failed after its caller had a part of what it came to: no other may follow. */
  void failedForGood(GuardedAttempt attempt, Throwable thrown) {
    if (!attempt.end()) {
      return;
    }
    unset(attempt);
    value = null;
    failure = thrown;
    try {
      Throwable own = Objects.requireNonNull(own(thrown));
      Verdict verdict = Verdict.of(engine.judge(guarded.strategy(), FailureKind.THROWN, own), own);
      passage.leave(verdict);
      retry().failedForGood(own);
      side().settle(null, thrown);
    } catch (Throwable own) {
      endAsIs(own);
    }
  }

  private void failedWith(Throwable thrown, Judgement judgement) {
    value = null;
    failure = thrown;
    if (side().isUnwanted()) {
      abandon();
    } else {
      awaitOrEnd(retry().failed(thrown, judgement, this), judgement, thrown);
    }
  }

  private void returned(@Nullable Object result) {
    if (!guarded.isFailure(result)) {
      succeed();
      side().settle(result, null);
      return;
    }
    passage.leaveAttempt(Verdict.FAILED);
    if (retry().returned(result, this)) {
      stopWaitingIfUnwanted();
    } else {
      passage.leaveCall(Verdict.FAILED);
      substitute();
    }
  }

  private void succeed() {
    passage.leave(Verdict.SUCCEEDED);
    AsyncCall begun = retry;
    if (begun == null) {
      guarded.countSuccess(calledWith);
    } else {
      begun.succeeded();
    }
  }

  private void awaitOrEnd(boolean awaits, Judgement judgement, Throwable last) {
    if (awaits) {
      stopWaitingIfUnwanted();
      return;
    }
    passage.leaveCall(Verdict.of(judgement, last));
    if (judgement == Judgement.RETRYABLE) {
      substitute();
    } else {
      side().settle(value, failure);
    }
  }

  private void substitute() {
    Substitute substitute = guarded.substitute();
    if (substitute instanceof Substitute.None) {
      side().settle(value, failure);
      return;
    }
    guards.fellBack();
    if (failure == null) {
      engine.discard(value);
    }
    if (substitute instanceof Substitute.Value given) {
      side().settle(given.value(), null);
    } else {
      side().fallBack(value, failure);
    }
  }

  @Override
  public void attempt() {
    dispatch(this::nextAttempt);
  }

  private void nextAttempt() {
    if (refusal.isEmpty()) {
      runAttempt();
      return;
    }
    Throwable refused = refusal.get();
    refusal = Optional.empty();
    failedWith(refused, Judgement.RETRYABLE);
  }

  @Override
  public void end() {
    Runnable task = safely(this::endFailed);
    if (!side().dispatch(task)) {
      task.run();
    }
  }

  private void endFailed() {
    passage.leaveCall(Verdict.FAILED);
    substitute();
  }

  private void dispatch(Runnable task) {
    if (!side().dispatch(safely(task))) {
      abandon();
      side().settle(value, failure == null ? new CancellationException() : failure);
    }
  }

  private Runnable safely(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable own) {
        endAsIs(own);
      }
    };
  }

  /** A breaker that will still be open then makes the back-off a wait for nothing. */
  @Override
  public boolean mayAdmitAfter(Duration delay) {
    Optional<? extends Guard> refused = guards.aroundAttempt().refusesFor(delay);
    return refused.isEmpty() || countsAsFailed(guarded.refusal(refused.get()));
  }

  @Override
  public void decide(Runnable decided) {
    Runnable answer =
        () -> {
          refusal = passage.attemptRefusedBy().map(guarded::refusal);
          decided.run();
        };
    if (passage.entersAttempt(answer)) {
      answer.run();
    } else {
      stopWaitingIfUnwanted();
    }
  }

  @Override
  public boolean admits() {
    return refusal.isEmpty() || countsAsFailed(refusal.get());
  }

  @Override
  public boolean withdraw() {
    return passage.withdraw();
  }

  @Override
  public void decline() {
    passage.leaveAttempt(Verdict.NONE);
  }

  /** The caller's future is settled: what the call waits for ends, unless that was by us. */
  public void stop() {
    GuardedAttempt attempt = running;
    if (attempt != null && attempt.end()) {
      unset(attempt);
      abandon();
      AsyncSide known = side;
      if (known != null) {
        known.cancel(attempt);
      }
      return;
    }
    stopWaiting();
  }

  /** The caller wants no further attempt, but still the one that runs, if one does. */
  public void stopWaiting() {
    AsyncCall begun = retry;
    if (begun == null ? withdraw() : begun.cancel()) {
      passage.leaveCall(Verdict.NONE);
      side().stoppedWaiting();
    }
  }

  /** The caller may have cancelled before there was an attempt. */
  private void stopIfUnwanted() {
    if (side().isUnwanted()) {
      stop();
    }
  }

  /** After each beginning of a wait: the caller may have cancelled while there was none. */
  private void stopWaitingIfUnwanted() {
    if (side().wantsNoMore()) {
      stopWaiting();
    }
  }

  private void abandon() {
    passage.leave(Verdict.NONE);
    AsyncCall begun = retry;
    if (begun != null) {
      begun.abandoned();
    }
  }

  /** Nothing of ours may leave the application waiting. */
  private void endAsIs(Throwable own) {
    engine.ownFailure(guarded.operation(), own);
    passage.leave(Verdict.NONE);
    side().settle(value, failure);
  }

  private void unset(GuardedAttempt attempt) {
    if (guarded.timeout().isPresent()) {
      boolean unused = engine.timer().unset(attempt);
    }
  }

  private AsyncCall retry() {
    AsyncCall begun = retry;
    if (begun == null) {
      begun = engine.beginAsync(guarded.operation(), guarded.strategy(), side().id(), start, this);
      CalledWith with = calledWith;
      if (with != null) {
        begun.calledWith(with);
      }
      retry = begun;
    }
    return begun;
  }

  private AsyncSide side() {
    return Objects.requireNonNull(side);
  }

  private GuardedAttempt current() {
    return Objects.requireNonNull(running);
  }

  /** The application's own exception, without what futures wrap around it. */
  private static @Nullable Throwable own(@Nullable Throwable thrown) {
    Throwable own = thrown;
    while ((own instanceof CompletionException || own instanceof ExecutionException)
        && own.getCause() != null) {
      own = own.getCause();
    }
    return own;
  }
}
