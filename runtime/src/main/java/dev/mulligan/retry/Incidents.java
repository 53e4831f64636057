package dev.mulligan.retry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Operations whose failure people were told of, until one of their calls succeeds. */
final class Incidents {

  /** Longer than a day, for what runs once a day; then nobody waits for the success any more. */
  private static final long FORGOTTEN_AFTER = TimeUnit.HOURS.toNanos(25);

  private static final long TIDY_EVERY = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier ticker;
  private final FailureListener listener;
  private final SuccessWatch watch;
  private final RetryLog log;

  /** With the time of the last failure. */
  private final Map<Operation, Long> open = new ConcurrentHashMap<>();

  private volatile long nextTidying;

  Incidents(LongSupplier ticker, FailureListener listener, SuccessWatch watch, RetryLog log) {
    this.ticker = ticker;
    this.listener = listener;
    this.watch = watch;
    this.log = log;
  }

  /** People are told that it failed. */
  void opened(Operation operation) {
    if (open.put(operation, ticker.getAsLong()) == null) {
      settle();
    }
  }

  /** It fails again, which is counted; costs next to nothing when that is known. */
  void lasts(Operation operation) {
    if (!open.containsKey(operation)) {
      opened(operation);
    }
  }

  void succeeded(Operation operation) {
    if (open.isEmpty()) {
      return;
    }
    if (open.containsKey(operation) && open.remove(operation) != null) {
      settle();
      tellRecovery(operation);
    }
    tidy();
  }

  private void tellRecovery(Operation operation) {
    try {
      listener.recovered(operation);
    } catch (Throwable own) {
      log.ownFailure(operation, own);
    }
  }

  /** Lest one that is never called again has all successes counted for ever. */
  private void tidy() {
    long now = ticker.getAsLong();
    if (now - nextTidying >= 0) {
      nextTidying = now + TIDY_EVERY;
      if (open.values().removeIf(since -> now - since > FORGOTTEN_AFTER)) {
        settle();
      }
    }
  }

  /** In order, so that the last word is the true one. */
  private synchronized void settle() {
    watch.incidents(!open.isEmpty());
  }
}
