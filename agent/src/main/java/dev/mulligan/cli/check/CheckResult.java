package dev.mulligan.cli.check;

import java.util.List;
import java.util.Optional;

/**
 * The result of checking a rule file against a class path.
 *
 * @param classes how many classes were checked
 * @param rules in the rule file's order
 * @param absent libraries that packs cover and that are missing on the class path
 * @param unreadable classes that could not be read, with the reason
 */
public record CheckResult(
    int classes, List<OfRule> rules, List<Absent> absent, List<String> unreadable) {

  /**
   * The libraries of a pack that are missing on the class path.
   *
   * @param pack the name that {@code include} uses
   * @param libraries the packages that identify the libraries
   */
  public record Absent(String pack, List<String> libraries) {}

  /**
   * The findings for one rule.
   *
   * @param matched methods that the rule would retry
   * @param refused methods that the rule matches but the agent would not weave
   * @param taken methods that the rule matches but an earlier rule owns
   * @param unused patterns that match nothing, and why
   */
  public record OfRule(
      String rule,
      List<Matched> matched,
      List<Refused> refused,
      List<Taken> taken,
      List<String> unused) {

    /** Whether there is nothing to report for the rule. */
    public boolean isEmpty() {
      return matched.isEmpty() && refused.isEmpty() && taken.isEmpty() && unused.isEmpty();
    }
  }

  /**
   * @param method such as {@code com.acme.PaymentGateway.charge(java.lang.String, long)}
   * @param origin the jar or folder
   * @param receiver for an inherited method, the class whose objects retry it
   * @param warnings reasons to check the rule before production use
   */
  public record Matched(
      String method, String origin, Optional<String> receiver, List<String> warnings) {}

  /**
   * @param reason why it is refused, and what to change
   */
  public record Refused(String method, String origin, String reason) {}

  /**
   * @param by the earlier rule that owns it
   */
  public record Taken(String method, String by) {}

  /** The findings for a rule; empty for a rule that is off. */
  public Optional<OfRule> of(String rule) {
    return rules.stream().filter(found -> found.rule().equals(rule)).findFirst();
  }

  /** How many methods would be woven. */
  public int matched() {
    return rules.stream().mapToInt(rule -> rule.matched().size()).sum();
  }
}
