package dev.mulligan.retry.failure;

import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.inspect.NotHeldException;
import dev.mulligan.retry.inspect.PropertyReader;
import org.jspecify.annotations.Nullable;

/**
 * Describes a returned value that counts as a failure: {@code returned java.net.http.HttpResponse
 * with statusCode 503}. It shows only numbers, booleans and enum constants; other values may be
 * long or secret.
 */
final class ResultText {

  private ResultText() {}

  static String of(@Nullable Object result, ResultCondition fitting) {
    if (result == null) {
      return "returned null";
    }
    if (fitting instanceof ResultCondition.OfType typed) {
      return "returned " + typed.type() + with(result, typed.condition());
    }
    return isShown(result)
        ? "returned " + result
        : "returned " + result.getClass().getName() + with(result, fitting);
  }

  private static String with(Object result, ResultCondition condition) {
    if (!(condition instanceof ResultCondition.Property property)) {
      return "";
    }
    String name = property.test().name();
    try {
      Object value = PropertyReader.read(result, name);
      return " with " + name + (value == null || isShown(value) ? " " + value : "");
    } catch (
        NotHeldException
            e) { // the condition has just read it, but the application's code may throw now
      return " with " + name;
    }
  }

  private static boolean isShown(Object value) {
    return value instanceof Number || value instanceof Boolean || value instanceof Enum<?>;
  }
}
