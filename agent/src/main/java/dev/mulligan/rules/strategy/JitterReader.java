package dev.mulligan.rules.strategy;

import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.DurationParser;
import dev.mulligan.rules.value.DurationParser.NotADurationException;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Numbers;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.text.NearestName;
import java.util.List;
import java.util.Optional;

/** Reads {@code jitter}: a word, a factor or a duration. */
public final class JitterReader {

  public static final List<String> WORDS = List.of("none", "full", "equal");

  private static final String EXPECTED =
      "none, full, equal, a number from 0 to 1 (0.2 for ±20 %) or a duration";

  private final Values values;
  private final Problems problems;

  JitterReader(Problems problems) {
    this.values = new Values(problems);
    this.problems = problems;
  }

  Optional<Jitter> read(Field field) {
    Optional<Scalar> scalar = values.scalar(field, EXPECTED);
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    String text = scalar.get().text();
    return switch (text) {
      case "none" -> Optional.of(new Jitter.None());
      case "full" -> Optional.of(new Jitter.Full());
      case "equal" -> Optional.of(new Jitter.Equal());
      default -> quantity(field, scalar.get());
    };
  }

  private Optional<Jitter> quantity(Field field, Scalar scalar) {
    try {
      Optional<Double> factor = values.decimal(scalar);
      if (factor.isPresent()) {
        return Optional.of(new Jitter.Factor(factor.get()));
      }
      return Optional.of(new Jitter.Spread(DurationParser.parse(scalar.text())));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field, problems);
    } catch (NotADurationException e) {
      refuse(field, scalar, e);
    }
    return Optional.empty();
  }

  private void refuse(Field field, Scalar scalar, NotADurationException reason) {
    if (isOutOfRange(scalar.text())) {
      problems.error(field.place(), "'jitter': " + scalar.kind() + " " + reason.getMessage());
    } else {
      values.refuse(field, EXPECTED, meant(scalar));
    }
  }

  /** Whether the text is a duration, but out of range. */
  private static boolean isOutOfRange(String text) {
    boolean negative = text.startsWith("-");
    int units = text.length() - (text.endsWith("ms") ? 2 : 1);
    return "smh".indexOf(text.charAt(text.length() - 1)) >= 0
        && Numbers.decimal(text.substring(negative ? 1 : 0, Math.max(1, units))).isPresent();
  }

  private static Optional<String> meant(Scalar scalar) {
    String text = scalar.text();
    if (scalar.isSecret()) {
      return Optional.empty();
    }
    if (text.endsWith("%")) {
      Optional<Double> percent = Numbers.decimal(text.substring(0, text.length() - 1).strip());
      return percent.isPresent()
          ? Optional.of(Double.toString(percent.get() / 100))
          : Optional.empty();
    }
    return NearestName.of(text, WORDS);
  }
}
