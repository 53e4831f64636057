package dev.mulligan.attach.talk;

import dev.mulligan.attach.report.ChangeReport;

/**
 * A request of the command line while the agent executes it. The command line may withdraw it until
 * the agent completes it: exactly one of the two succeeds.
 */
public interface Served {

  /** Shows the progress to the command line. */
  void show(ChangeReport progress);

  /** Whether the command line has withdrawn the request. */
  boolean isWithdrawn();

  /**
   * Ends the possibility of a withdrawal.
   *
   * @return false if the request is withdrawn: the caller undoes what it has done
   */
  boolean complete();
}
