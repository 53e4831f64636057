package dev.mulligan.guard;

import dev.mulligan.retry.Alarm;

/** The time that an attempt has. */
final class TimeLimit extends Alarm {

  private final AsyncAttempt attempt;

  TimeLimit(AsyncAttempt attempt) {
    this.attempt = attempt;
  }

  @Override
  protected void rings() {
    attempt.expire();
  }

  /** Attempts that run are not ended any more. */
  @Override
  protected void endsEarly() {}
}
