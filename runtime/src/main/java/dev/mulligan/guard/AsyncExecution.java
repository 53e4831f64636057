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
 * One call of an asynchronous operation on its way through its guards, if it has any, and its
 * attempts, as {@link GuardedCall} is one of a synchronous method. It holds no thread: one thread
 * at a time has to do with it, and hands it on to whatever it waits for next: an attempt, a permit,
 * a back-off. Whoever ends that waiting, by its outcome, its time or its caller's cancelling, has
 * the call.
 */
public final class AsyncExecution extends PendingCall implements Resumption {

  /** What becomes of the method's body at its first call. */
  public enum Entrance {
    /** It runs. */
    RUN,
    /** It runs as if no guard were there: the call is part of one that is guarded already. */
    RUN_UNGUARDED,
    /** It does not run on the caller's thread: {@link #enterLater}. */
    LATER
  }

  private volatile @Nullable AsyncAttempt running;

  /** A call that begins now. */
  public AsyncExecution(GuardedOperation operation) {
    this(operation, operation.engine().now());
  }

  private AsyncExecution(GuardedOperation operation, long start) {
    super(operation, start);
  }

  /**
   * A call whose first attempt runs or has ended, and which was entered, where there are guards, by
   * {@link GuardedOperation#tryEnter}.
   *
   * @param start of {@link dev.mulligan.retry.RetryEngine#now} when the first attempt began
   */
  public static AsyncExecution entered(GuardedOperation operation, long start) {
    AsyncExecution call = new AsyncExecution(operation, start);
    call.passage.entered();
    AsyncAttempt unused = call.begin();
    return call;
  }

  /**
   * Before the first attempt, on the caller's thread, which does not wait.
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

  /** Goes on with what {@link #enter} left open; the caller gets the future of that side. */
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

  /** The first attempt came to a value before its caller has it. False when its time was over. */
  public boolean succeededAtOnce() {
    return succeeded(current());
  }

  /** The call goes on without guards: another one will hear of its end. */
  public void forget() {
    AsyncAttempt first = running;
    boolean unused = first != null && ends(first);
    passage.leave(Verdict.NONE);
  }

  /**
   * The first attempt runs on, or has failed, and the caller gets the future of that side.
   *
   * @return the attempt, which must be told of its end
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

  /** The first attempt threw instead of returning, and the caller gets the future of that side. */
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

  /** Whether the attempt was running, and is over now: whoever gets true has the call. */
  private boolean ends(AsyncAttempt attempt) {
    boolean ends = attempt.end();
    if (ends) {
      running = null; // a call that waits keeps nothing of it
    }
    return ends;
  }

  /** An attempt came to a value of which nothing more is asked, before its caller has it. */
  boolean succeeded(AsyncAttempt attempt) {
    boolean ends = ends(attempt);
    if (ends) {
      succeed();
    }
    return ends;
  }

  /** The time of an attempt is over; on the thread that all calls share. */
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

  /** An attempt has an outcome. */
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
        failed(own);
      } else {
        returned(result);
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

  private void failed(Throwable thrown) {
    Judgement judgement = operation.judge(thrown);
    passage.leaveAttempt(Verdict.of(judgement, thrown));
    awaitOrEnd(thrown, judgement);
  }

  /** An attempt has failed after its caller had a part of what it came to: no other may follow. */
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

  private void returned(@Nullable Object result) {
    if (!operation.isFailure(result)) {
      succeed();
      endAsIs();
      return;
    }
    passage.leaveAttempt(Verdict.FAILED);
    if (retry().returned(result, this)) {
      stopWaitingIfUnwanted();
    } else {
      endFailed();
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

  /** The caller's future is settled: what the call waits for ends, unless that was by us. */
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

  /** The caller wants no further attempt, but still the one that runs, if one does. */
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
