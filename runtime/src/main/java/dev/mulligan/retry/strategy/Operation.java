package dev.mulligan.retry.strategy;

import org.jspecify.annotations.Nullable;

/**
 * What is retried: a method under a rule, or an operation of the library. Its name, rule and mode
 * identify it, as in incidents; overloads and copies of a class share these, and differ in their
 * site.
 *
 * @param name the method's name for people, such as {@code com.acme.PaymentGateway.charge}
 * @param rule the name of the rule that applies
 * @param site where its calls are counted; no part of its identity
 * @param replay whether a failed attempt may have consumed the arguments; no part of its identity
 */
public record Operation(String name, String rule, Mode mode, Site site, Replay replay) {

  /** An operation with one place in the code, or several that are counted together. */
  public Operation(String name, String rule, Mode mode) {
    this(name, rule, mode, Site.NONE);
  }

  /** An operation whose arguments can be read again. */
  public Operation(String name, String rule, Mode mode, Site site) {
    this(name, rule, mode, site, Replay.SAFE);
  }

  // Not the generated equality of a record: it uses method handles that the JDK caches in a static
  // field. On JDK 17 they keep this class and its loader alive after a detach (FootprintTest).

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

  /** Whether a call can be repeated with the same arguments. */
  public enum Replay {
    SAFE,
    /** The declared types leave it open: the arguments of a failed call are asked. */
    UNKNOWN
  }

  /** What a rule does after a failure. */
  public enum Mode {
    RETRY,
    /** Logs and counts what it would have retried, and changes nothing. */
    OBSERVE
  }
}
