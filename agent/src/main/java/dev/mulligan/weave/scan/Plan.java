package dev.mulligan.weave.scan;

import dev.mulligan.match.RuleMatcher;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of one version of the rule file, prepared for matching; a reload replaces it as a
 * whole.
 */
public final class Plan {

  public static final Plan NOTHING = new Plan(List.of());

  private final List<Rule> rules;
  private final List<RulePatterns> rulePatterns;
  private final Prefilter prefilter;
  private final RuleMatcher matcher;

  /**
   * @param rules in the order of the rule file
   */
  public Plan(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    List<MethodPattern> patterns = new ArrayList<>();
    rulePatterns = new ArrayList<>();
    for (Rule rule : rules) {
      RulePatterns ofRule = rule.patterns();
      patterns.addAll(ofRule.match());
      rulePatterns.add(ofRule);
    }
    prefilter = new Prefilter(patterns);
    matcher = new RuleMatcher(rulePatterns);
  }

  List<Rule> rules() {
    return rules;
  }

  public Rule rule(int index) {
    return rules.get(index);
  }

  /** The part of a rule that matching needs. */
  public RulePatterns patterns(int index) {
    return rulePatterns.get(index);
  }

  public Prefilter prefilter() {
    return prefilter;
  }

  public RuleMatcher matcher() {
    return matcher;
  }
}
