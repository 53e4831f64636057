package dev.mulligan.guard;

import dev.mulligan.retry.RetryEngine;
import dev.mulligan.thread.Alarm;

/** The time-out of an asynchronous attempt. */
final class TimeLimit extends Alarm {

  private final AsyncAttempt attempt;
  private final RetryEngine engine;

  private TimeLimit(AsyncAttempt attempt, RetryEngine engine) {
    this.attempt = attempt;
    this.engine = engine;
  }

  static TimeLimit begin(AsyncAttempt attempt, GuardedOperation operation) {
    TimeLimit begun = new TimeLimit(attempt, operation.engine());
    boolean unused = begun.engine.timer().set(begun, operation.timeout().orElseThrow());
    return begun;
  }

  /** Cancels the time-out after the attempt has ended in time. */
  void end() {
    boolean unused = engine.timer().unset(this);
  }

  @Override
  protected void onExpiry() {
    attempt.expire();
  }

  /** After the timer is closed, attempts have no time-out. */
  @Override
  protected void onTimerClosed() {}
}
