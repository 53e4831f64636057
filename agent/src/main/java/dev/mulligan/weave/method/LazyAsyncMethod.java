package dev.mulligan.weave.method;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.FallbackMethod;
import dev.mulligan.async.Form;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.inspect.Lookups;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous method without guards. It is created for the first call, so that the
 * application's start does not load its classes.
 */
public final class LazyAsyncMethod {

  private final int id;
  private final Form form;
  private final RetryEngine engine;
  private final Operation operation;
  private final Strategy strategy;
  private final boolean judgesResults;
  private volatile @Nullable AsyncMethod made;

  public LazyAsyncMethod(
      WovenMethod woven,
      Form form,
      RetryEngine engine,
      Operation operation,
      Strategy strategy,
      boolean judgesResults) {
    this.id = woven.id();
    this.form = form;
    this.engine = engine;
    this.operation = operation;
    this.strategy = strategy;
    this.judgesResults = judgesResults;
  }

  /**
   * Creates the method when it is first needed; two threads may both create it, which is harmless.
   */
  AsyncMethod get() {
    AsyncMethod method = made;
    if (method == null) {
      method =
          new AsyncMethod(
              id,
              form,
              GuardedOperation.unguarded(engine, operation, strategy, judgesResults),
              new FallbackMethod(null, Lookups.OWN),
              false);
      made = method;
    }
    return method;
  }
}
