package dev.mulligan.retry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of mode observe: what would have been retried is counted and said, nothing is changed. */
final class ObservedCall implements CallHandling {

  private final EngineParts parts;
  private final Operation operation;
  private final Strategy strategy;

  ObservedCall(EngineParts parts, Operation operation, Strategy strategy) {
    this.parts = parts;
    this.operation = operation;
    this.strategy = strategy;
  }

  @Override
  public boolean failed(Throwable thrown) {
    boolean retryable = parts.conditions().retriesException(strategy, thrown);
    return failed(thrown, retryable ? Judgement.RETRYABLE : Judgement.FINAL);
  }

  @Override
  public boolean failed(Throwable thrown, Judgement judgement) {
    try {
      if (judgement == Judgement.RETRYABLE) {
        observe(new Outcome.Thrown(thrown));
      }
    } catch (Throwable own) {
      parts.log().ownFailure(operation, own);
    }
    return false;
  }

  @Override
  public boolean returned(@Nullable Object result) {
    try {
      Optional<ResultCondition> fitting = parts.conditions().fitting(strategy, result);
      fitting.ifPresent(condition -> observe(new Outcome.Returned(result, condition)));
    } catch (Throwable own) {
      parts.log().ownFailure(operation, own);
    }
    return false;
  }

  @Override
  public void succeeded() {}

  private void observe(Outcome outcome) {
    RetryStatistics statistics = parts.statistics().of(operation);
    statistics.attempted();
    long delay = parts.delays(strategy).after(1, outcome.subject());
    boolean tooLate = strategy.maxDuration().filter(max -> delay > max.toNanos()).isPresent();
    if (strategy.maxAttempts() > 1 && !tooLate) {
      statistics.observed();
      parts.log().wouldRetry(operation, strategy, 1, delay, outcome);
    }
  }
}
