package dev.mulligan.cli.check;

import java.util.List;
import java.util.Optional;

/**
 * What a rule file would do with the classes of a class path.
 *
 * @param classes how many were looked at
 * @param rules in the rule file's order
 * @param absent libraries that packs know and the class path does not have
 * @param unreadable classes that nobody can read, with the reason
 */
public record CheckResult(
    int classes, List<OfRule> rules, List<Absent> absent, List<String> unreadable) {

  /**
   * What of a pack has nothing to match.
   *
   * @param pack as {@code include} names it
   * @param libraries the packages that they are known by
   */
  public record Absent(String pack, List<String> libraries) {}

  /**
   * What one rule would do.
   *
   * @param matched methods that it would retry
   * @param refused methods that it matches and that would not be woven
   * @param taken methods that it matches and that an earlier rule owns
   * @param unused patterns that match nothing, and why
   */
  public record OfRule(
      String rule,
      List<Matched> matched,
      List<Refused> refused,
      List<Taken> taken,
      List<String> unused) {

    /** Whether there is nothing to say of it. */
    public boolean isEmpty() {
      return matched.isEmpty() && refused.isEmpty() && taken.isEmpty() && unused.isEmpty();
    }
  }

  /**
   * @param method as in {@code com.acme.PaymentGateway.charge(java.lang.String, long)}
   * @param origin the jar or folder
   * @param receiver for a method that is only inherited: the class whose objects retry it
   * @param warnings what deserves a look before this goes to production
   */
  public record Matched(
      String method, String origin, Optional<String> receiver, List<String> warnings) {}

  /**
   * @param reason why, and what would change it
   */
  public record Refused(String method, String origin, String reason) {}

  /**
   * @param by the rule that comes first
   */
  public record Taken(String method, String by) {}

  /** What was found for a rule; nothing for one that is off. */
  public Optional<OfRule> of(String rule) {
    return rules.stream().filter(found -> found.rule().equals(rule)).findFirst();
  }

  /** How many methods would be woven. */
  public int matched() {
    return rules.stream().mapToInt(rule -> rule.matched().size()).sum();
  }
}
