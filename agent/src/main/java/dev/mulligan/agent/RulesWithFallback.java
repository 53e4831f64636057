package dev.mulligan.agent;

import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.rules.Rule;
import dev.mulligan.rules.RuleFile;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Tells whether the rule of an operation has a fallback, according to the current rule file. */
final class RulesWithFallback implements Predicate<Operation> {

  private volatile Set<String> names = Set.of();

  void use(RuleFile rules) {
    Set<String> found = new HashSet<>();
    for (Rule rule : rules.rules()) {
      if (!(rule.guardsAtWork().fallback() instanceof Fallback.None)) {
        found.add(rule.name());
      }
    }
    names = found;
  }

  @Override
  public boolean test(Operation operation) {
    return names.contains(operation.rule());
  }
}
