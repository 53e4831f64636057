package dev.mulligan.cli.check;

import dev.mulligan.match.ClassMatch;
import dev.mulligan.match.Inherited;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.RuleMatcher;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.match.pattern.Owner;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds patterns that match nothing. A rule may have several patterns, and the matches of the
 * others would hide a misspelt one.
 */
final class PatternUse {

  /** One artificial rule for each pattern. */
  private final List<RulePatterns> single = new ArrayList<>();

  private final List<Integer> firstOfRule = new ArrayList<>();
  private final List<RulePatterns> rules;
  private final KnownTypes types;
  private final RuleMatcher matcher;
  private final BitSet used = new BitSet();

  PatternUse(List<RulePatterns> rules, KnownTypes types) {
    this.rules = rules;
    this.types = types;
    for (RulePatterns rule : rules) {
      firstOfRule.add(single.size());
      for (MethodPattern pattern : rule.match()) {
        single.add(
            new RulePatterns(
                rule.rule(),
                List.of(pattern),
                rule.exclude(),
                rule.holdsMonitor(),
                rule.allowsReplay()));
      }
    }
    this.matcher = new RuleMatcher(single);
  }

  /** Records which patterns match in a class in which some rule matched. */
  void record(ClassFacts facts) {
    ClassMatch match = matcher.match(facts, types, List.of());
    for (MethodMatch method : match.methods()) {
      if (!Modifier.isAbstract(method.method().access())) {
        method.owners().stream().map(Owner::rule).forEach(used::set);
        method.shadowed().forEach(used::set);
      }
    }
    match.inherited().stream().map(Inherited::owner).map(Owner::rule).forEach(used::set);
  }

  List<MethodPattern> unused(int rule) {
    List<MethodPattern> unused = new ArrayList<>();
    List<MethodPattern> patterns = rules.get(rule).match();
    for (int i = 0; i < patterns.size(); i++) {
      if (!used.get(firstOfRule.get(rule) + i)) {
        unused.add(patterns.get(i));
      }
    }
    return unused;
  }
}
