package dev.mulligan.attach.report;

import java.util.List;

/**
 * What keeps retrying from making an outage worse, and what it did so far.
 *
 * @param budgets the process's first; none where they are off
 * @param heldBack the rules that it held back
 */
public record StormReport(List<Budget> budgets, List<HeldBack> heldBack) {

  public static final StormReport NONE = new StormReport(List.of(), List.of());

  /**
   * A retry budget.
   *
   * @param owner {@code the process}, or as in {@code rule 'charge'}
   * @param tokens it holds at most; there are retries while more than half of them is left
   * @param spent whether it was spent and has not recovered since
   * @param timesSpent so far
   * @param retriesHeldBack so far
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
   * @param budgetSpent because its budget was spent
   * @param eventLoop because they were made on event-loop threads
   * @param nested because a rule further in had given up already
   */
  public record HeldBack(String rule, long budgetSpent, long eventLoop, long nested) {}
}
