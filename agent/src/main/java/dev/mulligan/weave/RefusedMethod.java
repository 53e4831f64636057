package dev.mulligan.weave;

/**
 * A method that a rule matches and that is not woven.
 *
 * @param method as in {@code com.acme.PaymentGateway.charge(java.lang.String, long)}
 */
public record RefusedMethod(String rule, String method, String reason) {

  /** Stands for the rule where a whole class could not be rewritten. */
  public static final String ANY_RULE = "*";
}
