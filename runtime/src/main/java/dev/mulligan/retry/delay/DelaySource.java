package dev.mulligan.retry.delay;

import dev.mulligan.retry.condition.PropertyTest;
import java.util.Optional;

/**
 * Where a server's hint how long to wait is found.
 *
 * @param property of the result, the exception or one of its causes; empty for {@code Retry-After}
 *     of the well-known clients
 */
public record DelaySource(Optional<String> property) {

  public static final DelaySource RETRY_AFTER = new DelaySource(Optional.empty());

  /**
   * @throws IllegalArgumentException for a name that is not a property's
   */
  public static DelaySource ofProperty(String name) {
    PropertyTest.requireName(name);
    return new DelaySource(Optional.of(name));
  }
}
