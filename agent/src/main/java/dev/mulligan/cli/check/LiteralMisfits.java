package dev.mulligan.cli.check;

import dev.mulligan.retry.condition.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds literals in a rule file that no value of a given type equals. */
final class LiteralMisfits {

  private static final Set<String> NUMBERS =
      Set.of(
          "byte",
          "short",
          "int",
          "long",
          "float",
          "double",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");

  private static final Set<String> TEXTS =
      Set.of("java.lang.String", "char", "java.lang.Character");
  private static final Set<String> TRUTHS = Set.of("boolean", "java.lang.Boolean");

  private LiteralMisfits() {}

  /**
   * @param subject the name of the compared value for the message, such as {@code 'statusCode'}
   * @param type the type of the compared value, as in source code
   */
  static List<String> of(String subject, ValueTest test, String type, boolean isEnum) {
    List<String> misfits = new ArrayList<>();
    for (ValueTest each : test instanceof ValueTest.In in ? in.any() : List.of(test)) {
      if (each instanceof ValueTest.Is is && !fits(is.literal(), type, isEnum)) {
        misfits.add(
            "%s is of type %s, which never equals %s%s"
                .formatted(subject, type, described(is.literal()), remedy(is, type)));
      } else if (each instanceof ValueTest.Range range
          && isKnown(type, isEnum)
          && !isNumber(type)) {
        misfits.add(
            "%s is of type %s, but the range %d..%d matches only numbers"
                .formatted(subject, type, range.from(), range.to()));
      }
    }
    return misfits;
  }

  private static boolean isKnown(String type, boolean isEnum) {
    return isEnum || isNumber(type) || TEXTS.contains(type) || TRUTHS.contains(type);
  }

  private static boolean isNumber(String type) {
    return NUMBERS.contains(type);
  }

  private static boolean fits(@Nullable Object literal, String type, boolean isEnum) {
    if (!isKnown(type, isEnum)) {
      return true;
    }
    if (literal == null) {
      return type.indexOf('.') > 0; // a primitive is never null
    }
    if (isNumber(type)) {
      return literal instanceof Number;
    }
    return TRUTHS.contains(type) ? literal instanceof Boolean : literal instanceof String;
  }

  private static String described(@Nullable Object literal) {
    return literal instanceof String ? "the text \"" + literal + "\"" : String.valueOf(literal);
  }

  private static String remedy(ValueTest.Is is, String type) {
    if (is.literal() == null) {
      return "";
    }
    if (is.literal() instanceof String text) {
      boolean misquoted = isNumber(type) ? isNumberText(text) : text.matches("true|false");
      return misquoted ? ": write it without quotes" : "";
    }
    return TEXTS.contains(type) ? ": put it in quotes" : "";
  }

  private static boolean isNumberText(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }
}
