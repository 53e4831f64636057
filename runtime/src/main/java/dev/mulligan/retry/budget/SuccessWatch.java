package dev.mulligan.retry.budget;

import org.jspecify.annotations.Nullable;

/**
 * Determines whether calls that succeed at once must be counted, and reports changes to its
 * listener.
 */
public final class SuccessWatch {

  // All guarded by this.
  private @Nullable SuccessCounting listener;
  private boolean budgetsWant;
  private boolean incidentsWant;
  private boolean callsAreCounted;

  public synchronized void listener(SuccessCounting newListener) {
    listener = newListener;
  }

  public synchronized void budgets(boolean want) {
    boolean before = isWanted();
    budgetsWant = want;
    reportChange(before);
  }

  public synchronized void incidents(boolean want) {
    boolean before = isWanted();
    incidentsWant = want;
    reportChange(before);
  }

  /** Sets whether all calls are counted. */
  public synchronized void calls(boolean counted) {
    boolean before = isWanted();
    callsAreCounted = counted;
    reportChange(before);
  }

  private boolean isWanted() {
    return budgetsWant || incidentsWant || callsAreCounted;
  }

  private void reportChange(boolean before) {
    if (listener != null && isWanted() != before) {
      listener.want(isWanted());
    }
  }
}
