package dev.mulligan.retry.budget;

/**
 * The state of a budget.
 *
 * @param owner {@code the process}, or as in {@code rule 'charge'}
 * @param tokensLeft 0 to {@link RetryBudget#tokens}
 * @param spent whether it was spent and has not recovered since
 * @param timesSpent how often it was spent so far
 * @param retriesHeldBack how many retries it prevented so far
 */
public record BudgetReport(
    String owner,
    RetryBudget budget,
    double tokensLeft,
    boolean spent,
    long timesSpent,
    long retriesHeldBack) {}
