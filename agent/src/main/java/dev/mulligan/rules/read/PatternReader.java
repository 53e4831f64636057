package dev.mulligan.rules.read;

import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.match.pattern.PatternException;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code match} and {@code exclude}: one method pattern or a list of them. */
final class PatternReader {

  private static final String EXPECTED =
      "a method pattern such as \"com.acme.PaymentGateway.charge(..)\"";

  private final Problems problems;
  private final Values values;

  PatternReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  List<MethodPattern> read(Field field) {
    List<MethodPattern> patterns = new ArrayList<>();
    for (Field element : values.list(field)) {
      Optional<Scalar> scalar = values.scalar(element, EXPECTED);
      Optional<MethodPattern> pattern =
          scalar.isEmpty() ? Optional.empty() : parse(field.name(), scalar.get());
      if (pattern.isPresent()) {
        patterns.add(pattern.get());
      }
    }
    return patterns;
  }

  private Optional<MethodPattern> parse(String key, Scalar scalar) {
    try {
      return Optional.of(MethodPattern.parse(scalar.text()));
    } catch (PatternException e) {
      problems.error(
          scalar.placeAt(e.index()),
          scalar.isSecret()
              ? "'" + key + "': " + scalar.kind() + " is not a method pattern"
              : "'" + key + "': " + e.getMessage());
      return Optional.empty();
    }
  }
}
