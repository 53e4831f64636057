package dev.mulligan.retry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The failed attempts of one call; of very many the first ten, the last one, and the ten before it.
 */
final class AttemptHistory {

  static final int KEPT = 21;
  private static final int FIRST_KEPT = 10;

  /** What is not known, or has not been. */
  static final long UNKNOWN = -1;

  private final List<Entry> entries = new ArrayList<>(4);
  private int count;

  /** An exception is described only once somebody asks; a result is not held. */
  private static final class Entry {
    private final int number;
    private final Optional<Throwable> thrown;
    private final String result;
    private final long nanos;
    private long delayNanos = UNKNOWN;

    Entry(int number, Optional<Throwable> thrown, String result, long nanos) {
      this.number = number;
      this.thrown = thrown;
      this.result = result;
      this.nanos = nanos;
    }

    FailedAttempt toFailedAttempt() {
      return new FailedAttempt(
          number, thrown.map(ExceptionText::of).orElse(result), known(nanos), known(delayNanos));
    }

    private static Optional<Duration> known(long nanos) {
      return nanos == UNKNOWN ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }
  }

  /**
   * @param nanos how long it took, or {@link #UNKNOWN}
   */
  void add(Outcome outcome, long nanos) {
    count++;
    if (entries.size() == KEPT) {
      entries.remove(FIRST_KEPT);
    }
    entries.add(
        outcome instanceof Outcome.Thrown failure
            ? new Entry(count, Optional.of(failure.thrown()), "", nanos)
            : new Entry(count, Optional.empty(), outcome.describe(), nanos));
  }

  /** Sets the delay after the last attempt. */
  void waits(long nanos) {
    entries.get(entries.size() - 1).delayNanos = nanos;
  }

  int count() {
    return count;
  }

  List<FailedAttempt> attempts() {
    return entries.stream().map(Entry::toFailedAttempt).toList();
  }

  /** The exceptions before the last attempt. */
  List<Throwable> earlierExceptions() {
    List<Throwable> earlier = new ArrayList<>(entries.size());
    for (Entry entry : entries.subList(0, entries.size() - 1)) {
      if (entry.thrown.isPresent()) {
        earlier.add(entry.thrown.get());
      }
    }
    return earlier;
  }
}
