package dev.mulligan.guard;

import dev.mulligan.guard.limit.Verdict;
import dev.mulligan.retry.FailureKind;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.Resumption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call with its attempts and the guards around them, as {@link GuardedCall} is one
 * synchronous call. No thread waits for it. It always waits for one event at most: the end of an
 * attempt, a permit, or the end of a back-off. The thread that ends this wait, by an outcome, a
 * time-out or a cancellation, owns the call and continues it.
 */
public final class AsyncExecution extends PendingCall implements Resumption {

  /** Whether and how the method's body runs at its first call. */
  public enum Entrance {
    /** It runs. */
    RUN,
    /** It runs without guards: the call is part of an outer call that is guarded already. */
    RUN_UNGUARDED,
    /** It does not run on the caller's thread: continue with {@link #enterLater}. */
    LATER
  }

  private volatile @Nullable AsyncAttempt running;

  /** Creates a call that begins now. */
  public AsyncExecution(GuardedOperation operation) {
    super(operation, operation.engine().now(), true);
  }

  private AsyncExecution(GuardedOperation operation, long start) {
    super(operation, start, false);
  }

  /**
   * Creates a call whose first attempt runs or has ended, and which {@link
   * GuardedOperation#tryEnter} has admitted if there are guards.
   *
   * @param start of {@link dev.mulligan.retry.RetryEngine#now} at the start of the first attempt
   */
  public static AsyncExecution entered(GuardedOperation operation, long start) {
    AsyncExecution call = new AsyncExecution(operation, start);
    call.passage.entered();
    AsyncAttempt unused = call.begin();
    return call;
  }

  /**
   * Acquires permits before the first attempt, on the caller's thread, without blocking.
   *
   * @param isOutermost as for a {@link GuardedCall}
   */
  public Entrance enter(BooleanSupplier isOutermost) {
    if (passage.tryEnter()) {
      AsyncAttempt unused = begin();
      return Entrance.RUN;
    }
    if (isOutermost.getAsBoolean()) {
      return Entrance.LATER;
    }
    passage.leaveCall(Verdict.NONE);
    return Entrance.RUN_UNGUARDED;
  }

  /**
   * Continues an {@link #enter} that returned {@link Entrance#LATER}; the caller gets the future of
   * that side.
   */
  public void enterLater(AsyncSide newSide) {
    attach(newSide);
    passage.enterLater();
  }

  /** Makes the first attempt on this thread; the caller gets the future of that side. */
  public void run(AsyncSide newSide) {
    attach(newSide);
    passage.entered();
    runAttempt();
  }

  /**
   * Records a success of the first attempt before the caller gets its result.
   *
   * @return false if the time-out has expired
   */
  public boolean succeededAtOnce() {
    return succeeded(current());
  }

  /** Detaches this call: it continues without guards, and another call handles its end. */
  public void forget() {
    AsyncAttempt first = running;
    boolean unused = first != null && ends(first);
    passage.leave(Verdict.NONE);
  }

  /**
   * Attaches a side after the first attempt has returned a future; the caller gets the future of
   * that side.
   *
   * @return the attempt, whose outcome must be reported to it
   */
  public AsyncAttempt follow(AsyncSide newSide, Object returned) {
    AsyncAttempt first = current();
    first.follows(returned);
    attach(newSide);
    if (first.isLate()) {
      tooLate(first);
    }
    return first;
  }

  /**
   * Attaches a side after the first attempt threw instead of returning; the caller gets the future
   * of that side.
   */
  public void followThrown(AsyncSide newSide, Throwable thrown) {
    attach(newSide);
    AsyncAttempt first = current();
    if (first.isLate()) {
      timedOut(first);
    } else {
      first.accept(null, thrown);
    }
  }

  private AsyncAttempt begin() {
    AsyncAttempt begun = AsyncAttempt.begin(this, operation);
    running = begun;
    return begun;
  }

  @Override
  void runAttempt() {
    if (side().isUnwanted()) {
      abandon();
      return;
    }
    side().run(begin());
    if (side().isUnwanted()) { // the caller may have cancelled before there was an attempt
      stop();
    }
  }

  /**
   * Ends the attempt.
   *
   * @return whether it was still running; then this thread owns the call
   */
  private boolean ends(AsyncAttempt attempt) {
    boolean ends = attempt.end();
    if (ends) {
      running = null; // a waiting call must not hold the attempt
    }
    return ends;
  }

  /** Records a success that needs no check of its value, before the caller gets it. */
  boolean succeeded(AsyncAttempt attempt) {
    boolean ends = ends(attempt);
    if (ends) {
      succeed();
    }
    return ends;
  }

  /** Handles an expired time-out; runs on the timer's thread, which all calls share. */
  void late(AsyncAttempt attempt) {
    AsyncSide known = knownSide();
    if (known == null) {
      return;
    }
    try {
      known.dispatch(() -> tooLate(attempt));
    } catch (Throwable rejected) {
      tooLate(attempt);
    }
  }

  private void tooLate(AsyncAttempt attempt) {
    if (side().awaitsCancelled()) {
      side().cancel(attempt);
    } else {
      timedOut(attempt);
    }
  }

  private void timedOut(AsyncAttempt attempt) {
    if (!attempt.timeOut()) {
      return;
    }
    try {
      operation.guards().timedOut();
      passage.leaveAttempt(Verdict.FAILED);
      side().cancel(attempt);
      Throwable timeUp = operation.timeUp();
      failedWith(
          timeUp, operation.engine().judge(operation.strategy(), FailureKind.TIMED_OUT, timeUp));
    } catch (Throwable own) {
      endBy(own);
    }
  }

  /** Records the outcome of an attempt. */
  void ended(AsyncAttempt attempt, @Nullable Object result, @Nullable Throwable thrown) {
    if (!ends(attempt)) {
      endedLate(attempt, result, thrown);
      return;
    }
    keep(result, thrown);
    try {
      Throwable own = thrown == null ? null : CompletionFailures.unwrapped(thrown);
      if (side().isUnwanted() || (own != null && side().isCancellation(own))) {
        abandon();
        endAsIs();
      } else if (own != null) {
        failed(attempt, own);
      } else {
        returned(attempt, result);
      }
    } catch (Throwable own) {
      endBy(own);
    }
  }

  private void endedLate(
      AsyncAttempt attempt, @Nullable Object result, @Nullable Throwable thrown) {
    if (thrown == null && attempt.isLate()) {
      operation.engine().discard(result);
    }
    if (side().awaitsCancelled()) {
      timedOut(attempt);
    }
  }

  private void failed(AsyncAttempt attempt, Throwable thrown) {
    tellOfInnerCalls(attempt);
    Judgement judgement = operation.judge(thrown);
    passage.leaveAttempt(Verdict.of(judgement, thrown));
    awaitOrEnd(thrown, judgement);
  }

  /**
   * Records a failure after the caller has received a part of the result; no further attempt is
   * possible.
   */
  void failedForGood(AsyncAttempt attempt, Throwable thrown) {
    if (!ends(attempt)) {
      return;
    }
    keep(null, thrown);
    try {
      Throwable own = CompletionFailures.unwrapped(thrown);
      passage.leave(Verdict.of(operation.judge(own), own));
      retry().failedForGood(own);
      endAsIs();
    } catch (Throwable own) {
      endBy(own);
    }
  }

  @Override
  void failedWith(Throwable thrown, Judgement judgement) {
    keep(null, thrown);
    if (side().isUnwanted()) {
      abandon();
    } else {
      awaitOrEnd(thrown, judgement);
    }
  }

  private void awaitOrEnd(Throwable thrown, Judgement judgement) {
    if (retry().failed(thrown, judgement, this)) {
      stopWaitingIfUnwanted();
      return;
    }
    passage.leaveCall(Verdict.of(judgement, thrown));
    if (judgement == Judgement.RETRYABLE) {
      endWithSubstitute();
    } else {
      endAsIs();
    }
  }

  private void returned(AsyncAttempt attempt, @Nullable Object result) {
    if (!operation.isFailure(result)) {
      succeed();
      endAsIs();
      return;
    }
    passage.leaveAttempt(Verdict.FAILED);
    tellOfInnerCalls(attempt);
    if (retry().returned(result, this)) {
      stopWaitingIfUnwanted();
    } else {
      endFailed();
    }
  }

  private void tellOfInnerCalls(AsyncAttempt attempt) {
    if (attempt.isGivenUpInside()) {
      retry().givenUpInside(attempt.isResultGivenUpInside());
    }
  }

  @Override
  public void attempt() {
    dispatch(this::nextAttempt);
  }

  private void nextAttempt() {
    Optional<Throwable> refusal = passage.takeRefusal();
    if (refusal.isEmpty()) {
      runAttempt();
    } else {
      failedWith(refusal.get(), Judgement.RETRYABLE);
    }
  }

  @Override
  public void end() {
    Runnable task = safely(this::endFailed);
    try {
      side().dispatch(task);
    } catch (Throwable rejected) {
      task.run();
    }
  }

  @Override
  void dispatch(Runnable task) {
    try {
      side().dispatch(safely(task));
    } catch (Throwable rejection) {
      safely(() -> endRejected(rejection)).run();
    }
  }

  private Runnable safely(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable own) {
        endBy(own);
      }
    };
  }

  /**
   * Called when the caller's future is completed: ends the running attempt or the wait, unless this
   * call has completed the future itself.
   */
  public void stop() {
    AsyncAttempt attempt = running;
    if (attempt == null || !ends(attempt)) {
      stopWaiting();
      return;
    }
    abandon();
    AsyncSide known = knownSide();
    if (known != null) {
      known.cancel(attempt);
    }
  }

  /** Ends the wait because the caller wants no further attempt; a running attempt continues. */
  public void stopWaiting() {
    if (stopsWaiting()) {
      passage.leaveCall(Verdict.NONE);
      side().stoppedWaiting();
    }
  }

  @Override
  void stopWaitingIfUnwanted() {
    if (side().wantsNoMore()) {
      stopWaiting();
    }
  }

  private AsyncAttempt current() {
    return Objects.requireNonNull(running);
  }
}
