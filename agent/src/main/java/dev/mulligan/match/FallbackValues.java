package dev.mulligan.match;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeNames;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts a rule's fallback value to a method's result. The literal is a {@link Boolean}, {@link
 * Long}, {@link Double}, {@link String} or null.
 */
public final class FallbackValues {

  private FallbackValues() {}

  static boolean fit(MethodFacts method, @Nullable Object literal) {
    boolean isNothing = literal == null;
    return fit(typeOf(method), literal)
        && !(isNothing && Guardable.needsValue(TypeNames.returnType(method.descriptor())));
  }

  private static boolean fit(String returnType, @Nullable Object literal) {
    return literal == null ? !isPrimitive(returnType) : converted(returnType, literal).isPresent();
  }

  /** The type of a method's value: its return type, or the element type of its future or stream. */
  static String typeOf(MethodFacts method) {
    String returned = TypeNames.returnType(method.descriptor());
    if (Guardable.isWithoutValue(returned)) {
      return "void";
    }
    return Guardable.isGuardedLater(returned) || Guardable.isSuspending(method)
        ? method.element()
        : returned;
  }

  /**
   * Converts the literal to the method's return type, boxed if that is a primitive type.
   *
   * @throws IllegalArgumentException if the literal does not fit
   */
  public static @Nullable Object resultOf(MethodFacts method, @Nullable Object literal) {
    String returnType = typeOf(method);
    if (!fit(method, literal)) {
      throw new IllegalArgumentException(describe(literal) + " is not of type " + returnType);
    }
    return literal == null ? null : converted(returnType, literal).orElseThrow();
  }

  static String describe(@Nullable Object literal) {
    return literal instanceof String ? "the text \"" + literal + "\"" : String.valueOf(literal);
  }

  private static boolean isPrimitive(String type) {
    return switch (type) {
      case "boolean", "byte", "char", "short", "int", "long", "float", "double" -> true;
      default -> false;
    };
  }

  private static Optional<?> converted(String type, Object literal) {
    return switch (type) {
      case "boolean", "java.lang.Boolean" -> only(Boolean.class, literal);
      case "java.lang.String", "java.lang.CharSequence" -> only(String.class, literal);
      case "char", "java.lang.Character" -> character(literal);
      case "java.lang.Object" -> Optional.of(literal);
      default -> literal instanceof Number number ? number(type, number) : Optional.empty();
    };
  }

  private static Optional<?> number(String type, Number number) {
    long whole = number.longValue();
    boolean isWhole = number instanceof Long;
    return switch (type) {
      case "byte", "java.lang.Byte" -> when(isWhole && whole == (byte) whole, (byte) whole);
      case "short", "java.lang.Short" -> when(isWhole && whole == (short) whole, (short) whole);
      case "int", "java.lang.Integer" -> when(isWhole && whole == (int) whole, (int) whole);
      case "long", "java.lang.Long" -> when(isWhole, whole);
      case "float", "java.lang.Float" -> Optional.of(number.floatValue());
      case "double", "java.lang.Double" -> Optional.of(number.doubleValue());
      case "java.lang.Number" -> Optional.of(number);
      default -> Optional.empty();
    };
  }

  private static Optional<?> when(boolean fits, Object value) {
    return fits ? Optional.of(value) : Optional.empty();
  }

  private static Optional<?> only(Class<?> type, Object literal) {
    return type.isInstance(literal) ? Optional.of(literal) : Optional.empty();
  }

  private static Optional<?> character(Object literal) {
    return literal instanceof String text && text.length() == 1
        ? Optional.of(text.charAt(0))
        : Optional.empty();
  }
}
