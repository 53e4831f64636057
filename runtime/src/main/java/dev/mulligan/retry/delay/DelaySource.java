package dev.mulligan.retry.delay;

import dev.mulligan.retry.condition.PropertyTest;
import java.util.Optional;

/**
 * Where to read a server's {@code Retry-After} hint.
 *
 * @param property of the result, the exception or one of its causes; empty for the header {@code
 *     Retry-After} of the well-known clients
 */
public record DelaySource(Optional<String> property) {

  public static final DelaySource RETRY_AFTER = new DelaySource(Optional.empty());

  /**
   * @throws IllegalArgumentException if the name is not a property name
   */
  public static DelaySource ofProperty(String name) {
    PropertyTest.requireName(name);
    return new DelaySource(Optional.of(name));
  }
}
