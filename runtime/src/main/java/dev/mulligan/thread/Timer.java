package dev.mulligan.thread;

import java.time.Duration;

/** Calls entries after a delay, without a thread for each. */
public interface Timer extends AutoCloseable {

  /**
   * Sets an entry that is not set yet.
   *
   * @return false if the timer was closed before: the entry is not called
   */
  boolean set(Alarm alarm, long nanos);

  /** Sets an entry, as {@link #set(Alarm, long)} does. */
  default boolean set(Alarm alarm, Duration time) {
    return set(alarm, time.toNanos());
  }

  /**
   * Removes an entry.
   *
   * @return false if the entry was already called, or was never set
   */
  boolean unset(Alarm alarm);

  /** Ends all entries early; no entry can be set any more. */
  @Override
  void close();
}
