package dev.mulligan.weave;

import dev.mulligan.match.MethodPattern;
import dev.mulligan.match.RuleMatcher;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** One state of the rule file, ready to judge classes; replaced as a whole on reload. */
final class Plan {

  static final Plan NOTHING = new Plan(List.of());

  private final List<Rule> rules;
  private final Prefilter prefilter;
  private final RuleMatcher matcher;

  /**
   * @param rules in the order of the rule file
   */
  Plan(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    List<MethodPattern> patterns = new ArrayList<>();
    List<RulePatterns> rulePatterns = new ArrayList<>();
    for (Rule rule : rules) {
      patterns.addAll(rule.patterns().match());
      rulePatterns.add(rule.patterns());
    }
    prefilter = new Prefilter(patterns);
    matcher = new RuleMatcher(rulePatterns);
  }

  List<Rule> rules() {
    return rules;
  }

  Rule rule(int index) {
    return rules.get(index);
  }

  Prefilter prefilter() {
    return prefilter;
  }

  RuleMatcher matcher() {
    return matcher;
  }
}
