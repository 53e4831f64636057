package dev.mulligan.rules.read;

import dev.mulligan.retry.budget.RetryBudget;
import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Values;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the settings of storm protection, budgets and nested rules, from the {@code agent} block
 * and the rules.
 */
final class StormReader {

  static final String MULTIPLY = "multiply";
  static final List<String> NESTED = List.of("once", MULTIPLY);

  private final Problems problems;
  private final Values values;
  private Optional<RetryBudget> process = Optional.of(RetryBudget.DEFAULT);
  private final Map<String, Optional<RetryBudget>> ofRules = new HashMap<>();
  private final Set<String> multiplying = new HashSet<>();

  StormReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  void readAgent(Block agent) {
    Optional<Field> budget = agent.fullField("budget");
    if (budget.isPresent()) {
      process = new BudgetReader(problems).read(budget.get());
    }
  }

  void readRule(String name, Block rule) {
    Optional<Field> budget = rule.fullField("budget");
    if (budget.isPresent()) {
      ofRules.put(name, new BudgetReader(problems).read(budget.get()));
    }
    Optional<Field> nested = rule.field("nested");
    if (nested.isPresent() && values.word(nested.get(), NESTED).equals(Optional.of(MULTIPLY))) {
      multiplying.add(name);
    }
  }

  StormProtection protection() {
    return new StormProtection(process, ofRules, multiplying);
  }
}
