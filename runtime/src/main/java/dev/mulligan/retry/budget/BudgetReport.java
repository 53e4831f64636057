package dev.mulligan.retry.budget;

/**
 * How a budget stands.
 *
 * @param owner {@code the process}, or as in {@code rule 'charge'}
 * @param tokensLeft 0 to {@link RetryBudget#tokens}
 * @param spent whether it was spent and has not recovered since
 * @param timesSpent so far
 * @param retriesHeldBack so far
 */
public record BudgetReport(
    String owner,
    RetryBudget budget,
    double tokensLeft,
    boolean spent,
    long timesSpent,
    long retriesHeldBack) {}
