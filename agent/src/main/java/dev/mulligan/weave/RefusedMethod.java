package dev.mulligan.weave;

/**
 * A method that a rule matches but the agent refuses to weave.
 *
 * @param method such as {@code com.acme.PaymentGateway.charge(java.lang.String, long)}
 */
public record RefusedMethod(String rule, String method, String reason) {

  /** The rule's name where a whole class could not be rewritten. */
  public static final String ANY_RULE = "*";
}
