package dev.mulligan.retry;

import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.failure.Outcome;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call in mode {@code observe}: it counts and logs what would have been retried, and changes
 * nothing.
 */
final class ObservedCall extends AttemptSequence {

  private final Operation operation;
  private final Strategy strategy;

  ObservedCall(EngineParts parts, Operation operation, Strategy strategy) {
    super(parts);
    this.operation = operation;
    this.strategy = strategy;
  }

  @Override
  boolean retries(Throwable thrown) {
    return parts.conditions().retriesException(strategy, thrown);
  }

  @Override
  long afterRetryable(Throwable thrown) {
    return observe(new Outcome.Thrown(thrown));
  }

  @Override
  long afterFinal(Throwable thrown) {
    return NO_FURTHER_ATTEMPT;
  }

  @Override
  long afterResult(@Nullable Object result) {
    Optional<ResultCondition> fitting = parts.conditions().fitting(strategy, result);
    return fitting.isEmpty()
        ? NO_FURTHER_ATTEMPT
        : observe(new Outcome.Returned(result, fitting.get()));
  }

  @Override
  void ownFailure(Throwable own) {
    parts.log().ownFailure(operation, own);
  }

  private long observe(Outcome outcome) {
    RetryStatistics statistics = parts.statistics().of(operation);
    statistics.attempted();
    long delay = parts.delays(strategy).after(1, outcome.subject());
    boolean tooLate = strategy.maxDuration().filter(max -> delay > max.toNanos()).isPresent();
    if (strategy.maxAttempts() > 1 && !tooLate) {
      statistics.observed();
      parts.log().wouldRetry(operation, strategy, 1, delay, outcome);
    }
    return NO_FURTHER_ATTEMPT;
  }
}
