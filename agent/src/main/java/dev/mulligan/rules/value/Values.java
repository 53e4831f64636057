package dev.mulligan.rules.value;

import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.DurationParser.NotADurationException;
import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.rules.yaml.Scalar.Style;
import dev.mulligan.rules.yaml.Sequence;
import dev.mulligan.text.NearestName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads single values; it reports an invalid value and returns empty for it. */
public final class Values {

  private static final int LONGEST_REGEX = 1_000;

  private final Problems problems;

  public Values(Problems problems) {
    this.problems = problems;
  }

  /** Reads any scalar except null. */
  public Optional<Scalar> scalar(Field field, String expected) {
    if (field.value() instanceof Scalar scalar) {
      if (scalar.isMissing()) {
        return Optional.empty();
      }
      if (!scalar.isNull() && !scalar.text().isEmpty()) {
        return Optional.of(scalar);
      }
    }
    return refuse(field, expected);
  }

  public Optional<String> text(Field field, String expected) {
    Optional<Scalar> scalar = scalar(field, expected);
    return scalar.isEmpty() ? Optional.empty() : Optional.of(scalar.get().text());
  }

  public Optional<Boolean> flag(Field field) {
    Optional<Scalar> scalar = scalar(field, "true or false");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    Optional<Boolean> truth = Words.truth(scalar.get());
    return truth.isPresent() ? truth : refuse(field, "true or false");
  }

  /** Reads one of the given words; {@code off} may be without quotes. */
  public Optional<String> word(Field field, List<String> known) {
    String expected = "one of " + String.join(", ", known);
    Optional<Scalar> scalar = scalar(field, expected);
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    String word = scalar.get().text();
    if (known.contains(word)) {
      return Optional.of(word);
    }
    if (known.contains(Words.OFF) && Words.isOff(field.value())) {
      return Optional.of(Words.OFF);
    }
    refuse(field, expected, NearestName.of(word, known));
    return Optional.empty();
  }

  public Optional<Duration> duration(Field field) {
    Optional<Scalar> scalar = scalar(field, "a duration such as 250ms, 1.5s, 10m, 2h or PT2S");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(DurationParser.parse(scalar.get().text()));
    } catch (NotADurationException e) {
      problems.error(
          field.place(),
          "'" + field.name() + "': " + field.value().kind() + " " + e.getMessage(),
          scalar.get().isSecret() ? Optional.empty() : e.suggestion());
      return Optional.empty();
    }
  }

  /** Reads a whole number without quotes. */
  public Optional<Long> whole(Scalar scalar) {
    return isNumberLike(scalar) ? Numbers.whole(scalar.text()) : Optional.empty();
  }

  public Optional<Double> decimal(Field field) {
    String expected = "a number";
    Optional<Scalar> scalar = scalar(field, expected);
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> number = decimal(scalar.get());
    return number.isPresent() ? number : refuse(field, expected);
  }

  /** Reads a number without quotes. */
  public Optional<Double> decimal(Scalar scalar) {
    return isNumberLike(scalar) ? Numbers.decimal(scalar.text()) : Optional.empty();
  }

  public Optional<Pattern> regex(Field field) {
    Optional<Scalar> scalar = scalar(field, "a regular expression");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    Scalar regex = scalar.get();
    if (regex.text().length() > LONGEST_REGEX) {
      return refuse(field, "a regular expression of at most " + LONGEST_REGEX + " characters");
    }
    try {
      return Optional.of(Pattern.compile(regex.text()));
    } catch (PatternSyntaxException e) {
      String reason = regex.isSecret() ? "" : ": " + e.getDescription();
      problems.error(
          regex.placeAt(Math.max(0, e.getIndex())),
          "'" + field.name() + "' is not a regular expression" + reason);
      return Optional.empty();
    }
  }

  /** The elements of a list, or a single value as a list of one. */
  public List<Field> list(Field field) {
    if (field.value() instanceof Sequence sequence) {
      List<Field> fields = new ArrayList<>();
      for (Node item : sequence.items()) {
        fields.add(field.with(item));
      }
      return fields;
    }
    return List.of(field);
  }

  public <T> Optional<T> refuse(Field field, String expected) {
    refuse(field, expected, Optional.empty());
    return Optional.empty();
  }

  public void refuse(Field field, String expected, Optional<String> suggestion) {
    problems.error(
        field.place(),
        "'" + field.name() + "' takes " + expected + ", not " + describe(field.value()),
        suggestion);
  }

  /**
   * Describes a value for a message, and mentions quotes that turn a number, true or false into a
   * text.
   */
  private static String describe(Node value) {
    boolean isTextByQuotes =
        value instanceof Scalar scalar
            && scalar.style() == Style.QUOTED
            && !scalar.isSecret()
            && (Numbers.decimal(scalar.text()).isPresent() || Words.isTruth(scalar.text()));
    return isTextByQuotes ? value.kind() + " in quotes" : value.kind();
  }

  private static boolean isNumberLike(Scalar scalar) {
    return scalar.style() == Style.PLAIN || scalar.isSecret();
  }
}
