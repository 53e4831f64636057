package dev.mulligan.rules.strategy;

import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Numbers;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.RangeLookalike;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.value.Words;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.rules.yaml.Scalar.Style;
import java.util.Optional;

/**
 * Reads a literal with which values are compared: null, true, false, a number, a text or a range.
 */
public final class LiteralReader {

  private static final String DOTS = "..";

  private final Problems problems;
  private final Values values;

  public LiteralReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /**
   * @param field its value is one element of {@code in}
   */
  Optional<ValueTest> readElement(Field field) {
    if (field.value() instanceof Scalar scalar && !scalar.isMissing()) {
      String text = scalar.text();
      int dots = text.indexOf(DOTS);
      if (dots > 0) {
        Optional<Long> from = Numbers.whole(text.substring(0, dots).strip());
        Optional<Long> to = Numbers.whole(text.substring(dots + DOTS.length()).strip());
        if (from.isPresent() && to.isPresent()) {
          return range(field, from.get(), to.get());
        }
      }
      warnOfRangeLookalike(scalar);
    }
    return readValue(field);
  }

  private void warnOfRangeLookalike(Scalar scalar) {
    Optional<String> range =
        scalar.isSecret() ? Optional.empty() : RangeLookalike.meant(scalar.text());
    if (range.isPresent()) {
      problems.warning(
          scalar.place(),
          "'" + scalar.shown() + "' is read as a text, which no number equals",
          range);
    }
  }

  private Optional<ValueTest> range(Field field, long from, long to) {
    try {
      return Optional.of(new ValueTest.Range(from, to));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field, problems);
      return Optional.empty();
    }
  }

  /**
   * @param field its value is the value of {@code is}
   */
  public Optional<ValueTest> read(Field field) {
    if (field.value() instanceof Scalar scalar
        && !scalar.isSecret()
        && RangeLookalike.isRange(scalar.text())) {
      problems.warning(
          scalar.place(),
          "'is' takes a single value and reads '"
              + scalar.shown()
              + "' as a text: write a range in 'in'");
    }
    return readValue(field);
  }

  private Optional<ValueTest> readValue(Field field) {
    if (!(field.value() instanceof Scalar scalar)) {
      return values.refuse(field, "a single value");
    }
    if (scalar.isMissing()) {
      return Optional.empty();
    }
    if (scalar.isNull()) {
      return Optional.of(new ValueTest.Is(null));
    }
    if (hasLeadingZero(scalar)) {
      return values.refuse(field, "a number without a leading zero, or a text in quotes");
    }
    return Optional.of(new ValueTest.Is(typed(scalar)));
  }

  private Object typed(Scalar scalar) {
    Optional<Boolean> truth = Words.truth(scalar);
    if (truth.isPresent()) {
      return truth.get();
    }
    Optional<Long> whole = values.whole(scalar);
    if (whole.isPresent()) {
      return whole.get();
    }
    Optional<Double> decimal = values.decimal(scalar);
    return decimal.isPresent() ? decimal.get() : scalar.text();
  }

  /** YAML 1.1 reads 0123 as an octal number, which is hardly ever intended. */
  private static boolean hasLeadingZero(Scalar scalar) {
    String text = scalar.text();
    if (scalar.style() == Style.QUOTED || text.length() < 2 || text.charAt(0) != '0') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
