package dev.mulligan.retry;

import static dev.mulligan.retry.condition.ExceptionCondition.ofType;

import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** Fails in every way that leaves a trace in the engine; run in a class loader of its own. */
public final class ManyFailures implements Callable<Integer> {

  /** Gives how many calls were told about. */
  @Override
  public Integer call() throws Exception {
    EngineBench bench = new EngineBench();
    Strategy strategy =
        Strategies.simple()
            .retryOn(ofType("java.io.IOException"))
            .retryOnResult(
                new ResultCondition.Property(new PropertyTest("present", new ValueTest.Is(false))))
            .delayFromRetryAfter()
            .build();
    bench.failure(
        EngineBench.operation("outer"),
        strategy,
        () ->
            bench.call(
                strategy,
                Flaky.throwing(new IOException("a"), new IOException("b"), new IOException("c"))));
    bench.call(strategy, OptionalInt::empty);
    bench.engine.close();
    return bench.told.size();
  }
}
