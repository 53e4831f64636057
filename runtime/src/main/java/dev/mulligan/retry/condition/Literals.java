package dev.mulligan.retry.condition;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares literals of a rule file with values of the application. */
final class Literals {

  private Literals() {}

  static boolean same(Object literal, Object value) {
    if (literal instanceof Number wanted) {
      return value instanceof Number number && sameNumber(wanted, number);
    }
    return literal.equals(text(value));
  }

  static boolean isWithin(Number value, long from, long to) {
    if (isLong(value)) {
      return value.longValue() >= from && value.longValue() <= to;
    }
    return exact(value)
        .filter(
            number ->
                number.compareTo(BigDecimal.valueOf(from)) >= 0
                    && number.compareTo(BigDecimal.valueOf(to)) <= 0)
        .isPresent();
  }

  /**
   * Returns the whole number; empty for fractions, for numbers beyond a long, for NaN and the
   * infinities.
   */
  static OptionalLong whole(Number number) {
    if (isLong(number)) {
      return OptionalLong.of(number.longValue());
    }
    try {
      return exact(number).stream().mapToLong(BigDecimal::longValueExact).findFirst();
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean sameNumber(Number wanted, Number value) {
    if (isLong(wanted) && isLong(value)) {
      return wanted.longValue() == value.longValue();
    }
    Optional<BigDecimal> left = exact(wanted);
    Optional<BigDecimal> right = exact(value);
    return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
  }

  private static boolean isLong(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte;
  }

  /** Returns the exact value; empty for NaN and the infinities. */
  private static Optional<BigDecimal> exact(Number number) {
    try {
      return Optional.of(new BigDecimal(number.toString()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Converts texts, characters and enum constants to strings; other objects never equal a text. */
  private static Object text(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof CharSequence || value instanceof Character ? value.toString() : value;
  }
}
