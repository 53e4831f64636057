package dev.mulligan.rules.strategy;

import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.value.Words;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.text.NearestName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the keys of a strategy; missing keys are inherited. */
final class StrategyReader {

  static final String UNLIMITED = "unlimited";

  private static final String ATTEMPTS = "a whole number of 1 or more, or unlimited";

  private final Problems problems;
  private final Values values;
  private final ClassNameReader classNames;

  StrategyReader(ClassNameReader classNames, Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.classNames = classNames;
  }

  /**
   * @return the inherited strategy when there are mistakes, which are reported
   */
  Strategy read(Block block, String name, Strategy inherited) {
    int errorsBefore = problems.errorCount();
    int attempts = attempts(block, inherited.maxAttempts());
    Optional<Duration> duration = maxDuration(block, inherited.maxDuration());
    BackoffValues backoff = backoff(block, inherited);
    List<ExceptionCondition> retryOn = conditions(block, "retry-on", inherited.retryOn());
    List<ExceptionCondition> abortOn = conditions(block, "abort-on", inherited.abortOn());
    List<ResultCondition> retryOnResult = results(block, inherited.retryOnResult());
    Optional<DelaySource> delayFrom = delayFrom(block, inherited.delayFrom());
    OnFailure onFailure = onFailure(block, inherited.onFailure());
    if (problems.errorCount() > errorsBefore) {
      return inherited;
    }
    try {
      return new Strategy(
          name,
          attempts,
          duration,
          backoff.build(),
          backoff.jitter(),
          retryOn,
          abortOn,
          retryOnResult,
          delayFrom,
          onFailure);
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, block, problems);
      return inherited;
    }
  }

  private int attempts(Block block, int inherited) {
    Optional<Field> field = block.field("max-attempts");
    Optional<Scalar> scalar =
        field.isEmpty() ? Optional.empty() : values.scalar(field.get(), ATTEMPTS);
    if (scalar.isEmpty()) {
      return inherited;
    }
    if (scalar.get().text().equals(UNLIMITED)) {
      return Strategy.UNLIMITED;
    }
    Optional<Long> number = values.whole(scalar.get());
    if (number.isEmpty()) {
      values.refuse(field.get(), ATTEMPTS, NearestName.of(scalar.get().text(), List.of(UNLIMITED)));
      return inherited;
    }
    return checkedAttempts(field.get(), number.get(), inherited);
  }

  private int checkedAttempts(Field field, long number, int inherited) {
    if (number < 1) {
      values.refuse(field, ATTEMPTS + " (the first call counts as attempt 1)");
      return inherited;
    }
    return (int) Math.min(number, Strategy.UNLIMITED - 1); // as good as the number itself
  }

  private Optional<Duration> maxDuration(Block block, Optional<Duration> inherited) {
    Optional<Field> field = block.field("max-duration");
    if (field.isEmpty()) {
      return inherited;
    }
    return Words.isOff(field.get().value()) ? Optional.empty() : values.duration(field.get());
  }

  private BackoffValues backoff(Block block, Strategy inherited) {
    BackoffValues values = BackoffValues.of(inherited.backoff(), inherited.jitter());
    Optional<Field> field = block.field("backoff");
    return field.isEmpty() ? values : new BackoffReader(problems).read(field.get(), values);
  }

  private List<ExceptionCondition> conditions(
      Block block, String key, List<ExceptionCondition> inherited) {
    Optional<Field> field = block.field(key);
    return field.isEmpty()
        ? inherited
        : new ExceptionConditionReader(classNames, problems).read(field.get());
  }

  private List<ResultCondition> results(Block block, List<ResultCondition> inherited) {
    Optional<Field> field = block.field("retry-on-result");
    return field.isEmpty() ? inherited : new ResultConditionReader(problems).read(field.get());
  }

  private Optional<DelaySource> delayFrom(Block block, Optional<DelaySource> inherited) {
    Optional<Field> field = block.field("delay-from");
    return field.isEmpty()
        ? inherited
        : new DelaySourceReader(problems).read(field.get(), inherited);
  }

  private OnFailure onFailure(Block block, OnFailure inherited) {
    Optional<Field> field = block.field("on-failure");
    return field.isEmpty() ? inherited : new OnFailureReader(problems).read(field.get(), inherited);
  }
}
