package dev.mulligan.retry;

import dev.mulligan.firstuse.FirstUse;
import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.retry.budget.SuccessCounting;
import dev.mulligan.retry.failure.EarlierFailure;
import dev.mulligan.retry.listener.RetryRate;
import dev.mulligan.retry.nested.OtherEngine;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an engine, which its owner may change at any time, and the engine's components,
 * which apply them. The components are created for the first call that fails, to keep the
 * application's start-up fast.
 */
public final class EngineSettings {

  private final Supplier<EngineParts> maker;
  private volatile @Nullable EngineParts made;
  private volatile boolean countsCalls;

  // Guarded by this.
  private @Nullable StormProtection protection;
  private @Nullable SuccessCounting counting;
  private Optional<RetryRate> watchedRate = Optional.empty();
  private boolean expectsFailures;
  private @Nullable Supplier<int @Nullable []> callsOnThread;
  private @Nullable OtherEngine other;

  EngineSettings(Supplier<EngineParts> maker) {
    this.maker = maker;
  }

  /** Sets the limits of retries; the default is {@link StormProtection#DEFAULT}. */
  public synchronized void protection(StormProtection newProtection) {
    protection = newProtection;
    if (made != null) {
      made.budgets().follow(newProtection);
    }
  }

  /** Sets the listener for whether {@link RetryEngine#succeeded} needs to be called. */
  public synchronized void successCounting(SuccessCounting listener) {
    counting = listener;
    if (made != null) {
      made.watch().listener(listener);
    } else if (expectsFailures) {
      listener.want(true);
    }
  }

  /**
   * Sets that an earlier process may have left failures that a success ends, until {@link
   * #earlierFailures} says which. Creates no component.
   */
  public synchronized void expectEarlierFailures() {
    expectsFailures = true;
    if (made != null) {
      made.incidents().expect();
    } else if (counting != null) {
      counting.want(true);
    }
  }

  /**
   * Adds failures that an earlier process notified, and ends what {@link #expectEarlierFailures}
   * began. What has succeeded since then is reported as recovered on this thread.
   */
  public void earlierFailures(List<EarlierFailure> failures) {
    EngineParts parts = partsFor(failures);
    if (parts != null) {
      parts.incidents().known(failures);
    }
  }

  private synchronized @Nullable EngineParts partsFor(List<EarlierFailure> failures) {
    if (made == null && failures.isEmpty()) {
      if (expectsFailures && counting != null) {
        counting.want(countsCalls);
      }
      expectsFailures = false;
      return null;
    }
    EngineParts parts = parts();
    expectsFailures = false;
    return parts;
  }

  /** Sets whether calls that succeed at once are counted; off by default. */
  public synchronized void countCalls(boolean counted) {
    countsCalls = counted;
    if (counted || made != null) {
      parts().watch().calls(counted);
    }
  }

  /**
   * Sets the rate of retries above which an operation is reported; empty, the default, turns the
   * reports off.
   */
  public synchronized void retryRate(Optional<RetryRate> threshold) {
    watchedRate = threshold;
    if (made != null) {
      made.rates().watch(threshold);
    }
  }

  /**
   * Sets what tells the retried calls that a thread is in, if calls may begin with an unknown
   * start.
   *
   * @param calls numbers of the methods on the current thread, the innermost first; null while no
   *     rule has conditions on results
   */
  public synchronized void callsOnThread(Supplier<int @Nullable []> calls) {
    callsOnThread = calls;
    if (made != null) {
      made.nested().callsOnThread(calls);
    }
  }

  /** Sets another engine in this process, with which this one shares what it gave up on. */
  public synchronized void other(OtherEngine engine) {
    other = engine;
    if (made != null) {
      made.nested().other(engine);
    }
  }

  /** The components; null before the first failure. */
  @Nullable EngineParts partsIfMade() {
    return made;
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
      FirstUse.requireMemoryForCalls();
      parts = maker.get();
      if (protection != null) {
        parts.budgets().follow(protection);
      }
      if (counting != null) {
        parts.watch().listener(counting);
      }
      parts.watch().calls(countsCalls);
      if (expectsFailures) {
        parts.incidents().expect();
      }
      parts.rates().watch(watchedRate);
      if (callsOnThread != null) {
        parts.nested().callsOnThread(callsOnThread);
      }
      if (other != null) {
        parts.nested().other(other);
      }
      made = parts;
    }
    return parts;
  }
}
