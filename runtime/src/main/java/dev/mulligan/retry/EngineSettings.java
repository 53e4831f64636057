package dev.mulligan.retry;

import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.retry.budget.SuccessCounting;
import dev.mulligan.retry.listener.RetryRate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an engine decides about it, at any time, and the engine's parts, which follow
 * these decisions. The parts are made for the first call that fails: the start of an application
 * must not pay for them.
 */
public final class EngineSettings {

  private final Supplier<EngineParts> maker;
  private volatile @Nullable EngineParts made;
  private volatile boolean countsCalls;

  // Guarded by this.
  private @Nullable StormProtection protection;
  private @Nullable SuccessCounting counting;
  private Optional<RetryRate> watchedRate = Optional.empty();

  EngineSettings(Supplier<EngineParts> maker) {
    this.maker = maker;
  }

  /** Keeps retrying within these bounds; before that within {@link StormProtection#DEFAULT}. */
  public synchronized void protection(StormProtection newProtection) {
    protection = newProtection;
    if (made != null) {
      made.budgets().follow(newProtection);
    }
  }

  /** Hears whether {@link RetryEngine#succeeded} is of use. */
  public synchronized void successCounting(SuccessCounting listener) {
    counting = listener;
    if (made != null) {
      made.watch().listener(listener);
    }
  }

  /** Whether calls that succeed at once are counted too; at first they are not. */
  public synchronized void countCalls(boolean counted) {
    countsCalls = counted;
    if (counted || made != null) {
      parts().watch().calls(counted);
    }
  }

  /** Above which rate an operation is reported as retried too often; empty, as at first: none. */
  public synchronized void retryRate(Optional<RetryRate> threshold) {
    watchedRate = threshold;
    if (made != null) {
      made.rates().watch(threshold);
    }
  }

  boolean countsCalls() {
    return countsCalls;
  }

  EngineParts parts() {
    EngineParts parts = made;
    return parts == null ? makeParts() : parts;
  }

  private synchronized EngineParts makeParts() {
    EngineParts parts = made;
    if (parts == null) {
      parts = maker.get();
      if (protection != null) {
        parts.budgets().follow(protection);
      }
      if (counting != null) {
        parts.watch().listener(counting);
      }
      parts.watch().calls(countsCalls);
      parts.rates().watch(watchedRate);
      made = parts;
    }
    return parts;
  }
}
