package dev.mulligan.retry;

import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.strategy.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Strategies for tests, told from the simplest one by what differs. */
public final class Strategies {

  private Strategies() {}

  /** Three attempts, one second apart, for any Exception. */
  public static Builder simple() {
    return new Builder();
  }

  public static final class Builder {
    private int maxAttempts = 3;
    private Optional<Duration> maxDuration = Optional.empty();
    private Backoff backoff = new Backoff.Fixed(Duration.ofSeconds(1));
    private Jitter jitter = new Jitter.None();
    private List<ExceptionCondition> retryOn =
        List.of(ExceptionCondition.ofType("java.lang.Exception"));
    private List<ExceptionCondition> abortOn = List.of();
    private List<ResultCondition> retryOnResult = List.of();
    private Optional<DelaySource> delayFrom = Optional.empty();
    private boolean notifies = true;

    public Builder maxAttempts(int attempts) {
      maxAttempts = attempts;
      return this;
    }

    public Builder maxDuration(Duration limit) {
      maxDuration = Optional.of(limit);
      return this;
    }

    public Builder backoff(Backoff other) {
      backoff = other;
      return this;
    }

    Builder jitter(Jitter other) {
      jitter = other;
      return this;
    }

    public Builder retryOn(ExceptionCondition... conditions) {
      retryOn = List.of(conditions);
      return this;
    }

    public Builder abortOn(ExceptionCondition... conditions) {
      abortOn = List.of(conditions);
      return this;
    }

    public Builder retryOnResult(ResultCondition... conditions) {
      retryOnResult = List.of(conditions);
      return this;
    }

    public Builder delayFromRetryAfter() {
      delayFrom = Optional.of(DelaySource.RETRY_AFTER);
      return this;
    }

    public Builder delayFromProperty(String name) {
      delayFrom = Optional.of(DelaySource.ofProperty(name));
      return this;
    }

    Builder silent() {
      notifies = false;
      return this;
    }

    public Strategy build() {
      return new Strategy(
          "test",
          maxAttempts,
          maxDuration,
          backoff,
          jitter,
          retryOn,
          abortOn,
          retryOnResult,
          delayFrom,
          new OnFailure(
              notifies,
              NotificationType.TASK_FAILURE,
              Optional.empty(),
              TagSelection.UNTAGGED,
              Map.of()));
    }
  }
}
