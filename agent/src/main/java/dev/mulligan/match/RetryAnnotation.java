package dev.mulligan.match;

import java.util.Map;
import java.util.OptionalInt;

/** An annotation by which another library retries a method, or all methods of a class. */
enum RetryAnnotation {
  SPRING_RETRY("org.springframework.retry.annotation.Retryable", "Spring Retry", "maxAttempts", 0),
  SPRING("org.springframework.resilience.annotation.Retryable", "Spring", "maxRetries", 1),
  MICROPROFILE(
      "org.eclipse.microprofile.faulttolerance.Retry",
      "MicroProfile Fault Tolerance",
      "maxRetries",
      1),
  MICRONAUT("io.micronaut.retry.annotation.Retryable", "Micronaut", "attempts", 1),
  RESILIENCE4J("io.github.resilience4j.retry.annotation.Retry", "Resilience4j", "", 0);

  /** The default number of each annotation. */
  private static final int DEFAULT = 3;

  private final String type;
  private final String library;
  private final String element;
  private final int first;

  /**
   * @param element the annotation's element with the number; empty where only the configuration has
   *     it
   * @param first 1 where the element counts retries, so that the first attempt is added
   */
  RetryAnnotation(String type, String library, String element, int first) {
    this.type = type;
    this.library = library;
    this.element = element;
    this.first = first;
  }

  /** The class name. */
  String type() {
    return type;
  }

  /**
   * @param values the elements written in the annotation
   */
  OtherRetry found(String because, Map<String, Object> values) {
    if (element.isEmpty()) {
      return new OtherRetry(
          library,
          because,
          OptionalInt.empty(),
          "the number in its configuration '" + values.getOrDefault("name", "") + "' (default 3)");
    }
    for (String expression : new String[] {element + "Expression", element + "String"}) {
      if (values.containsKey(expression)) {
        return elsewhere(because, values.get(expression));
      }
    }
    Object written = values.getOrDefault(element, DEFAULT);
    try {
      return new OtherRetry(library, because, attempts(Long.parseLong(written.toString())), "");
    } catch (NumberFormatException placeholder) {
      return elsewhere(because, written);
    }
  }

  private OtherRetry elsewhere(String because, Object expression) {
    return new OtherRetry(library, because, OptionalInt.empty(), "the value of " + expression);
  }

  /** MicroProfile writes -1 for no limit. */
  private OptionalInt attempts(long written) {
    boolean unlimited = written < 0 || written + first >= OtherRetry.UNLIMITED;
    return OptionalInt.of(unlimited ? OtherRetry.UNLIMITED : (int) written + first);
  }
}
