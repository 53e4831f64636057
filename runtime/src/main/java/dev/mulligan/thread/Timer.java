package dev.mulligan.thread;

import java.time.Duration;

/** Lets alarms ring later, without holding a thread for each. */
public interface Timer extends AutoCloseable {

  /**
   * Lets an alarm, which is not set, ring after a time.
   *
   * @return false when the timer was closed before: the alarm neither rings nor ends early
   */
  boolean set(Alarm alarm, long nanos);

  /** The same. */
  default boolean set(Alarm alarm, Duration time) {
    return set(alarm, time.toNanos());
  }

  /**
   * @return false when the alarm has rung, or ended early, or was never set
   */
  boolean unset(Alarm alarm);

  /** Ends all alarms that are set before their time; none can be set any more. */
  @Override
  void close();
}
