package dev.mulligan.attach.report;

import java.util.List;

/**
 * The state of storm protection, which prevents retries from making an outage worse.
 *
 * @param budgets the process's budget first; empty where budgets are off
 * @param heldBack the rules whose retries were suppressed
 */
public record StormReport(List<Budget> budgets, List<HeldBack> heldBack) {

  public static final StormReport NONE = new StormReport(List.of(), List.of());

  /**
   * A retry budget.
   *
   * @param owner {@code the process}, or a rule, such as {@code rule 'charge'}
   * @param tokens the capacity; retries are allowed while more than half of it is left
   * @param spent whether the budget is spent and has not recovered
   * @param timesSpent how often the budget was spent
   * @param retriesHeldBack how many retries it suppressed
   */
  public record Budget(
      String owner,
      int tokens,
      double tokensLeft,
      boolean spent,
      long timesSpent,
      long retriesHeldBack) {}

  /**
   * Calls of a rule that ended although the rule would have retried them.
   *
   * @param budgetSpent because the budget was spent
   * @param eventLoop because they ran on event-loop threads
   * @param nested because a nested call's rule had exhausted its attempts
   */
  public record HeldBack(String rule, long budgetSpent, long eventLoop, long nested) {}
}
