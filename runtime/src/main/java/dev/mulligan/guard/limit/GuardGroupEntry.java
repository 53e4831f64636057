package dev.mulligan.guard.limit;

import dev.mulligan.retry.RetryEngine;
import dev.mulligan.thread.Alarm;
import java.time.Duration;
import java.util.Optional;

/**
 * One entry of an asynchronous call into a {@link GuardGroup}: it waits for the rate limit's next
 * period, and in the bulkhead's queue, without a thread.
 */
public final class GuardGroupEntry extends Alarm implements Waiter {

  private enum Phase {
    NOT_WAITING,
    PERIOD,
    PLACE
  }

  private final GuardGroup group;
  private final RetryEngine engine;
  private final Runnable onDecision;
  private volatile Phase phase = Phase.NOT_WAITING;
  private volatile boolean hasPlace;
  private Optional<? extends Guard> refusedBy = Optional.empty();

  GuardGroupEntry(GuardGroup group, RetryEngine engine, Runnable onDecision) {
    this.group = group;
    this.engine = engine;
    this.onDecision = onDecision;
  }

  /**
   * Starts the entry.
   *
   * @return whether the decision is already made: {@link #refusedBy}
   */
  public boolean start() {
    if (group.breaker().isPresent() && group.breaker().get().isOpen()) {
      refusedBy = group.breaker();
      return true;
    }
    if (group.rateLimit().isEmpty()) {
      return asksForPlace();
    }
    Duration wait = group.rateLimit().get().reserve();
    if (wait.isNegative()) {
      refusedBy = group.rateLimit();
      return true;
    }
    boolean waits = !wait.isZero() && isWaitingForPeriod(wait);
    return !waits && asksForPlace();
  }

  /** Returns the guard that refused; if empty, the call was admitted and must leave. */
  public Optional<? extends Guard> refusedBy() {
    return refusedBy;
  }

  /**
   * Cancels the entry.
   *
   * @return whether it was still waiting
   */
  public boolean withdraw() {
    return switch (phase) {
      case NOT_WAITING -> false;
      case PERIOD -> engine.timer().unset(this);
      case PLACE -> leavesQueue();
    };
  }

  private boolean isWaitingForPeriod(Duration wait) {
    phase = Phase.PERIOD;
    return engine.timer().set(this, wait);
  }

  private boolean asksForPlace() {
    Optional<BulkheadGuard> bulkhead = group.bulkhead();
    if (bulkhead.isEmpty() || bulkhead.get().tryEnter()) {
      return asksBreaker();
    }
    if (bulkhead.get().maxWait().isZero()) {
      refusedBy = bulkhead;
      return true;
    }
    return !isWaitingForPlace(bulkhead.get());
  }

  private boolean isWaitingForPlace(BulkheadGuard bulkhead) {
    phase = Phase.PLACE;
    bulkhead.await(this);
    if (!engine.timer().set(this, bulkhead.maxWait())) {
      return !isLetInAtTheEnd(bulkhead);
    }
    if (hasPlace) { // the timer entry may have been set after the permit was granted
      engine.timer().unset(this);
    }
    return true;
  }

  /** Admits the call at once: the engine was closed, and no call is refused any more. */
  private boolean isLetInAtTheEnd(BulkheadGuard bulkhead) {
    boolean waited = bulkhead.giveUp(this);
    if (waited) {
      bulkhead.overbook();
      asksBreaker();
    }
    return waited;
  }

  private boolean asksBreaker() {
    phase = Phase.NOT_WAITING;
    refusedBy = group.passesBreaker() ? Optional.empty() : group.breaker();
    return true;
  }

  private boolean leavesQueue() {
    boolean left = group.bulkhead().isPresent() && group.bulkhead().get().giveUp(this);
    if (left) {
      engine.timer().unset(this);
    }
    return left;
  }

  @Override
  public void granted() {
    hasPlace = true;
    engine.timer().unset(this);
    asksBreaker();
    onDecision.run();
  }

  @Override
  protected void onExpiry() {
    if (phase == Phase.PERIOD) {
      goOn();
    } else if (group.bulkhead().isPresent() && group.bulkhead().get().giveUp(this)) {
      refusedBy = group.bulkhead();
      onDecision.run();
    }
  }

  @Override
  protected void onTimerClosed() {
    if (phase == Phase.PERIOD) {
      goOn();
    } else if (group.bulkhead().isPresent() && isLetInAtTheEnd(group.bulkhead().get())) {
      onDecision.run();
    }
  }

  private void goOn() {
    if (asksForPlace()) {
      onDecision.run();
    }
  }
}
