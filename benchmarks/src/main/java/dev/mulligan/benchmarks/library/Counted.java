package dev.mulligan.benchmarks.library;

import dev.mulligan.log.Log;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.time.Clock;
import org.openjdk.jmh.annotations.TearDown;

/** Counts a call in the way the engine counts a call that succeeds at once. */
public class Counted extends CountingPath {

  private final Operation operation =
      new Operation("com.acme.shop.Prices.price", "prices", Operation.Mode.RETRY);
  private final Strategy strategy = BuiltInStrategies.defaults("prices");
  private final RetryEngine engine =
      RetryEngine.inRealTime(
          new Log(System.err, Log.Level.OFF, text -> text, Clock.systemUTC()), call -> false);

  private final RetryStatistics counted = engine.statistics().of(operation);

  public Counted() {
    engine.settings().countCalls(true);
  }

  @Override
  void count() {
    engine.succeeded(operation, strategy, null, counted);
  }

  /** Verifies afterwards, so that it does not affect the measurement. */
  @TearDown
  public void hasCounted() {
    if (engine.statistics().of(operation).snapshot().calls() == 0) {
      throw new IllegalStateException("measured the wrong thing: nothing was counted");
    }
  }
}
