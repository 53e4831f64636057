package dev.mulligan.rules.read;

import dev.mulligan.retry.budget.RetryBudget;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.RateParser;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.value.Words;
import dev.mulligan.rules.yaml.Scalar;
import java.util.Optional;

/** Reads a {@code budget} block; missing keys keep the process's default. */
final class BudgetReader {

  private final Values values;
  private final Problems problems;

  BudgetReader(Problems problems) {
    this.values = new Values(problems);
    this.problems = problems;
  }

  /** Reads the budget; empty for {@code off}. */
  Optional<RetryBudget> read(Field budget) {
    if (Words.isOff(budget.value())) {
      return Optional.empty();
    }
    if (budget.value() instanceof Scalar) {
      values.refuse(
          budget, "off, or a map such as {tokens: 1000, success-ratio: 0.1, refill: 10/s}");
      return Optional.empty();
    }
    Optional<Block> block = Block.of(budget.value(), Keys.BUDGET, "'budget'", problems);
    return block.isEmpty() ? Optional.empty() : Optional.of(read(block.get()));
  }

  private RetryBudget read(Block block) {
    int errorsBefore = problems.errorCount();
    RetryBudget usual = RetryBudget.DEFAULT;
    long tokens = tokens(block).orElse((long) usual.tokens());
    double ratio = number(block, "success-ratio").orElse(usual.successRatio());
    double refill = refill(block).orElse(usual.refillPerSecond());
    if (problems.errorCount() > errorsBefore) {
      return usual;
    }
    try {
      return new RetryBudget(
          (int) Math.max(-1, Math.min(Integer.MAX_VALUE, tokens)), ratio, refill);
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, block, problems);
      return usual;
    }
  }

  private Optional<Long> tokens(Block block) {
    Optional<Field> field = block.field("tokens");
    Optional<Scalar> scalar =
        field.isEmpty() ? Optional.empty() : values.scalar(field.get(), "a whole number");
    Optional<Long> tokens = scalar.isEmpty() ? Optional.empty() : values.whole(scalar.get());
    if (scalar.isPresent() && tokens.isEmpty()) {
      values.refuse(field.get(), "a whole number");
    }
    return tokens;
  }

  private Optional<Double> number(Block block, String key) {
    Optional<Field> field = block.field(key);
    return field.isEmpty() ? Optional.empty() : values.decimal(field.get());
  }

  private Optional<Double> refill(Block block) {
    Optional<Field> field = block.field("refill");
    Optional<Scalar> scalar =
        field.isEmpty() ? Optional.empty() : values.scalar(field.get(), RateParser.FORMS);
    Optional<Double> rate =
        scalar.isEmpty() ? Optional.empty() : RateParser.perSecond(scalar.get().text());
    if (scalar.isPresent() && rate.isEmpty()) {
      values.refuse(field.get(), RateParser.FORMS, meant(scalar.get()));
    }
    return rate;
  }

  private static Optional<String> meant(Scalar scalar) {
    return scalar.isSecret() ? Optional.empty() : RateParser.meant(scalar.text());
  }
}
