package dev.mulligan.retry;

import java.util.regex.Pattern;

/**
 * A property of an object and what it must be.
 *
 * @param name {@code statusCode} is read from {@code statusCode()}, {@code getStatusCode()}, {@code
 *     isStatusCode()} or the public field; dots go deeper
 */
public record PropertyTest(String name, ValueTest test) {

  private static final Pattern NAME =
      Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+");

  /**
   * @throws IllegalArgumentException for a name that is not a property's
   */
  public PropertyTest {
    for (String part : name.split("\\.", -1)) {
      Check.require(
          NAME.matcher(part).matches(),
          "property must be a name such as statusCode or response.status, was '" + name + "'");
    }
  }

  boolean holds(Object target) {
    return test.holds(PropertyReader.read(target, name));
  }
}
