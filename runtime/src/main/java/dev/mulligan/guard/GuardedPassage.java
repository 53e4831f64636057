package dev.mulligan.guard;

import dev.mulligan.guard.limit.Guard;
import dev.mulligan.guard.limit.GuardGroup;
import dev.mulligan.guard.limit.GuardGroupEntry;
import dev.mulligan.guard.limit.Verdict;
import dev.mulligan.retry.FailureKind;
import dev.mulligan.retry.Judgement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The permits that one asynchronous call holds: those of the guards around the call, and those of
 * the guards around the attempt. Each is released once.
 */
final class GuardedPassage implements Passage {

  private final PendingCall call;
  private final GuardedOperation operation;
  private final Guards guards;
  private volatile @Nullable GuardGroupEntry entering;

  // Accessed only by the thread that owns the call.
  private boolean isInCall;
  private boolean isInAttempt;
  private Optional<Throwable> refusal = Optional.empty();

  GuardedPassage(PendingCall call, GuardedOperation operation) {
    this.call = call;
    this.operation = operation;
    this.guards = operation.guards();
  }

  @Override
  public boolean tryEnter() {
    isInCall = guards.aroundCall().tryEnter();
    isInAttempt = isInCall && guards.aroundAttempt().tryEnter();
    return isInAttempt;
  }

  @Override
  public void entered() {
    isInCall = true;
    isInAttempt = true;
  }

  @Override
  public void enterLater() {
    if (isInCall) {
      enterAttempt();
    } else if (enters(guards.aroundCall(), () -> call.dispatch(this::afterCallEntry))) {
      afterCallEntry();
    } else {
      call.stopWaitingIfUnwanted();
    }
  }

  private void afterCallEntry() {
    Optional<? extends Guard> refusedBy = answer();
    isInCall = refusedBy.isEmpty();
    if (isInCall) {
      enterAttempt();
    } else {
      call.endRefused(operation.refusal(refusedBy.get()));
    }
  }

  private void enterAttempt() {
    if (enters(guards.aroundAttempt(), () -> call.dispatch(this::afterAttemptEntry))) {
      afterAttemptEntry();
    } else {
      call.stopWaitingIfUnwanted();
    }
  }

  private void afterAttemptEntry() {
    Optional<Throwable> refused = attemptRefusal();
    if (refused.isEmpty()) {
      call.dispatch(call::runAttempt);
    } else if (countsAsFailed(refused.get())) {
      call.failedWith(refused.get(), Judgement.RETRYABLE);
    } else {
      leaveCall(Verdict.NONE);
      call.endRefused(refused.get());
    }
  }

  private Optional<Throwable> attemptRefusal() {
    Optional<? extends Guard> refusedBy = answer();
    isInAttempt = refusedBy.isEmpty();
    return refusedBy.map(operation::refusal);
  }

  /**
   * @param onDecision runs once the decision is made, unless it is made at once
   * @return whether the decision is made: {@link #answer}
   */
  private boolean enters(GuardGroup group, Runnable onDecision) {
    GuardGroupEntry entry = group.enterLater(operation.engine(), onDecision);
    entering = entry;
    return entry.start();
  }

  /** Takes the decision of the current entry, once. Empty if the call was admitted. */
  private Optional<? extends Guard> answer() {
    GuardGroupEntry entry = entering;
    entering = null;
    return Objects.requireNonNull(entry).refusedBy();
  }

  /** Avoids a pointless back-off: refuses if the breaker will still be open after it. */
  @Override
  public boolean mayAdmitAfter(Duration delay) {
    Optional<? extends Guard> refused = guards.aroundAttempt().refusesFor(delay);
    return refused.isEmpty() || countsAsFailed(operation.refusal(refused.get()));
  }

  @Override
  public void decide(Runnable decided) {
    Runnable answered =
        () -> {
          refusal = attemptRefusal();
          decided.run();
        };
    if (enters(guards.aroundAttempt(), answered)) {
      answered.run();
    } else {
      call.stopWaitingIfUnwanted();
    }
  }

  @Override
  public boolean admits() {
    return refusal.isEmpty() || countsAsFailed(refusal.get());
  }

  private boolean countsAsFailed(Throwable refused) {
    return operation.engine().judge(operation.strategy(), FailureKind.REFUSED, refused)
        == Judgement.RETRYABLE;
  }

  @Override
  public Optional<Throwable> takeRefusal() {
    Optional<Throwable> taken = refusal;
    refusal = Optional.empty();
    return taken;
  }

  @Override
  public boolean withdraw() {
    GuardGroupEntry entry = entering;
    return entry != null && entry.withdraw();
  }

  @Override
  public void decline() {
    leaveAttempt(Verdict.NONE);
  }

  @Override
  public void leaveAttempt(Verdict verdict) {
    if (isInAttempt) {
      isInAttempt = false;
      guards.aroundAttempt().leave(verdict);
    }
  }

  @Override
  public void leaveCall(Verdict verdict) {
    if (isInCall) {
      isInCall = false;
      guards.aroundCall().leave(verdict);
    }
  }
}
