package dev.mulligan.retry.strategy;

import org.jspecify.annotations.Nullable;

/**
 * What is retried.
 *
 * @param name the method as people read it, such as {@code com.acme.PaymentGateway.charge}
 * @param rule the name of the rule that owns it
 */
public record Operation(String name, String rule, Mode mode) {

  // Equality by hand: that of a record goes through method handles which the JDK keeps in a static
  // field, and with them, on JDK 17, this class and its loader after a detach (FootprintTest).

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Operation that
        && name.equals(that.name)
        && rule.equals(that.rule)
        && mode == that.mode;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + rule.hashCode();
  }

  /** What a rule does about a failure. */
  public enum Mode {
    RETRY,
    /** Tells what it would have retried, and changes nothing. */
    OBSERVE
  }
}
