package dev.mulligan.cli.check;

import java.util.List;
import java.util.Optional;

/**
 * What a rule file would do with the classes of a class path.
 *
 * @param classes how many were looked at
 * @param rules in the rule file's order
 * @param unreadable classes that nobody can read, with the reason
 */
public record Findings(int classes, List<OfRule> rules, List<String> unreadable) {

  /**
   * What one rule would do.
   *
   * @param matched methods that it would retry
   * @param refused methods that it matches and that would not be woven
   * @param reasonsForNothing when nothing matches: why not, a line for each pattern
   */
  public record OfRule(
      String rule, List<Matched> matched, List<Refused> refused, List<String> reasonsForNothing) {}

  /**
   * @param method as in {@code com.acme.PaymentGateway.charge(java.lang.String, long)}
   * @param origin the jar or folder
   * @param receiver for a method that is only inherited: the class whose objects retry it
   * @param laterRules would match too, but come too late
   * @param warnings what deserves a look before this goes to production
   */
  public record Matched(
      String method,
      String origin,
      Optional<String> receiver,
      List<String> laterRules,
      List<String> warnings) {}

  /**
   * @param reason why, and what would change it
   */
  public record Refused(String method, String origin, String reason) {}

  public int matched() {
    return rules.stream().mapToInt(rule -> rule.matched().size()).sum();
  }
}
