package dev.mulligan.retry.budget;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The limits that keep retries from making an outage worse.
 *
 * @param process the budget of all rules without their own; empty for none
 * @param ofRules budgets by rule name, for rules that set one; empty for none
 * @param multiplying the rules that retry even if an inner rule, or an outer call of the same
 *     method, retries too
 */
public record StormProtection(
    Optional<RetryBudget> process,
    Map<String, Optional<RetryBudget>> ofRules,
    Set<String> multiplying) {

  /** The limits if the rule file sets none. */
  public static final StormProtection DEFAULT =
      new StormProtection(Optional.of(RetryBudget.DEFAULT), Map.of(), Set.of());

  /** No limits but that of the layers: the default of the library. */
  public static final StormProtection WITHOUT_BUDGET =
      new StormProtection(Optional.empty(), Map.of(), Set.of());

  public StormProtection {
    ofRules = Map.copyOf(ofRules);
    multiplying = Set.copyOf(multiplying);
  }
}
