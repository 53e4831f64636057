package dev.mulligan.rules.value;

import java.util.Optional;

/** Parses numbers in the form of YAML 1.1, where underscores may separate digits. */
public final class Numbers {

  private Numbers() {}

  /** Parses a whole number; empty if the text is not one of 64 bits, or has a leading zero. */
  public static Optional<Long> whole(String text) {
    String digits = text.replace("_", "");
    int first = startOfDigits(digits);
    boolean leadingZero = digits.length() > first + 1 && digits.charAt(first) == '0';
    if (leadingZero || !isDigits(digits, first, digits.length())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  /** Parses a decimal number; empty if the text is not a finite one. */
  public static Optional<Double> decimal(String text) {
    String digits = text.replace("_", "");
    int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
    int end = exponent < 0 ? digits.length() : exponent;
    String mantissa = withoutPoint(digits.substring(Math.min(startOfDigits(digits), end), end));
    if (!isDigits(mantissa, 0, mantissa.length())) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(digits);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String withoutPoint(String text) {
    int point = text.indexOf('.');
    return point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
  }

  private static int startOfDigits(String text) {
    return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return to > from;
  }
}
