package dev.mulligan.retry.condition;

import dev.mulligan.retry.inspect.PropertyReader;

/**
 * A test of an object's property.
 *
 * @param name {@code statusCode} is read from {@code statusCode()}, {@code getStatusCode()}, {@code
 *     isStatusCode()} or the public field; dots separate nested properties
 */
public record PropertyTest(String name, ValueTest test) {

  /**
   * @throws IllegalArgumentException if the name is not a property name
   */
  public PropertyTest {
    requireName(name);
  }

  public static void requireName(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "property must be a name such as statusCode or response.status, was '" + name + "'");
    }
  }

  /** Whether the text is a property name: Java identifiers separated by dots. */
  public static boolean isName(String text) {
    boolean atStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          atStart
              ? Character.isJavaIdentifierStart(c)
              : c == '.' || Character.isJavaIdentifierPart(c);
      if (!fits) {
        return false;
      }
      atStart = c == '.';
    }
    return !atStart;
  }

  boolean holds(Object target) {
    return test.holds(PropertyReader.read(target, name));
  }
}
