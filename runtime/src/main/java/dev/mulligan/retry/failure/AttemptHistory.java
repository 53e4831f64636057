package dev.mulligan.retry.failure;

import dev.mulligan.retry.inspect.ExceptionText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The failed attempts of one call. Of more than 21 attempts it keeps the first ten and the last
 * eleven.
 */
public final class AttemptHistory {

  static final int KEPT = 21;
  private static final int FIRST_KEPT = 10;

  /** Marks an unknown duration or delay. */
  public static final long UNKNOWN = -1;

  private @Nullable Entry first;
  private @Nullable Entry lastOfFirst;
  private @Nullable Entry last;
  private int count;

  /** Entries of earlier calls, for reuse. */
  private @Nullable Entry idle;

  private @Nullable List<Throwable> earlier;

  /** An attempt. An exception is converted to text on demand only; a result is not held. */
  private static final class Entry {
    private int number;
    private long nanos;
    private long delayNanos;
    private @Nullable Entry next;

    /** An exception, or the description of a result. */
    private Object failure = "";

    FailedAttempt toFailedAttempt() {
      return new FailedAttempt(
          number,
          failure instanceof Throwable thrown ? ExceptionText.of(thrown) : failure.toString(),
          known(nanos),
          known(delayNanos));
    }

    private static Optional<Duration> known(long nanos) {
      return nanos == UNKNOWN ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }
  }

  /**
   * Adds a failed attempt.
   *
   * @param failure an exception, or the description of a result
   * @param nanos the attempt's duration, or {@link #UNKNOWN}
   */
  public void add(Object failure, long nanos) {
    count++;
    Entry entry = idle == null ? new Entry() : idle;
    idle = entry.next;
    entry.number = count;
    entry.failure = failure;
    entry.nanos = nanos;
    entry.delayNanos = UNKNOWN;
    entry.next = null;
    if (last == null) {
      first = entry;
    } else {
      last.next = entry;
    }
    last = entry;
    if (count == FIRST_KEPT) {
      lastOfFirst = entry;
    }
    if (count > KEPT) {
      forgetOneOfTheMiddle();
    }
  }

  /** Clears the history for the next call, and keeps the entries for reuse. */
  public void clear() {
    if (earlier != null) {
      earlier.clear();
    }
    for (Entry entry = first; entry != null; entry = entry.next) {
      entry.failure = "";
    }
    if (last != null) {
      last.next = idle;
      idle = first;
    }
    first = null;
    lastOfFirst = null;
    last = null;
    count = 0;
  }

  private void forgetOneOfTheMiddle() {
    Entry before = lastOfFirst;
    if (before != null && before.next != null) {
      before.next = before.next.next;
    }
  }

  /** Sets the delay after the last attempt. */
  public void waits(long nanos) {
    if (last != null) {
      last.delayNanos = nanos;
    }
  }

  public int count() {
    return count;
  }

  public List<FailedAttempt> attempts() {
    List<FailedAttempt> attempts = new ArrayList<>();
    for (Entry entry = first; entry != null; entry = entry.next) {
      attempts.add(entry.toFailedAttempt());
    }
    return List.copyOf(attempts);
  }

  /**
   * Returns the exceptions of all attempts but the last. The list is valid until {@link #clear}.
   */
  public List<Throwable> earlierExceptions() {
    if (first == last) {
      return List.of();
    }
    List<Throwable> found = earlier == null ? new ArrayList<>() : earlier;
    earlier = found;
    found.clear();
    for (Entry entry = first; entry != last && entry != null; entry = entry.next) {
      if (entry.failure instanceof Throwable thrown) {
        found.add(thrown);
      }
    }
    return found;
  }
}
