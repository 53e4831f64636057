package dev.mulligan.retry.budget;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps retrying from making an outage worse.
 *
 * @param process the budget of all rules without one of their own; empty for none
 * @param ofRules by rule name, for rules that say something about it; empty for none
 * @param multiplying the rules that retry although a rule further in, or a call of the same method
 *     further out, retries too
 */
public record StormProtection(
    Optional<RetryBudget> process,
    Map<String, Optional<RetryBudget>> ofRules,
    Set<String> multiplying) {

  /** Where nobody says anything. */
  public static final StormProtection DEFAULT =
      new StormProtection(Optional.of(RetryBudget.DEFAULT), Map.of(), Set.of());

  public StormProtection {
    ofRules = Map.copyOf(ofRules);
    multiplying = Set.copyOf(multiplying);
  }
}
