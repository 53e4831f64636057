package dev.mulligan.retry;

/**
 * What is retried.
 *
 * @param name the method as people read it, such as {@code com.acme.PaymentGateway.charge}
 * @param rule the name of the rule that owns it
 */
public record Operation(String name, String rule, Mode mode) {

  /** What a rule does about a failure. */
  public enum Mode {
    RETRY,
    /** Tells what it would have retried, and changes nothing. */
    OBSERVE
  }
}
