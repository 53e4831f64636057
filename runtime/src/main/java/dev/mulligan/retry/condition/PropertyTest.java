package dev.mulligan.retry.condition;

import dev.mulligan.retry.inspect.PropertyReader;

/**
 * A property of an object and what it must be.
 *
 * @param name {@code statusCode} is read from {@code statusCode()}, {@code getStatusCode()}, {@code
 *     isStatusCode()} or the public field; dots go deeper
 */
public record PropertyTest(String name, ValueTest test) {

  /**
   * @throws IllegalArgumentException for a name that is not a property's
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

  /** Java identifiers with dots between them. */
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
