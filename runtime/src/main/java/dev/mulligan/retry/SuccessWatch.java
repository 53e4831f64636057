package dev.mulligan.retry;

import org.jspecify.annotations.Nullable;

/** Who wants to hear of calls that succeed at once; the listener is told whether anybody does. */
final class SuccessWatch {

  // All guarded by this.
  private @Nullable SuccessCounting listener;
  private boolean budgetsWant;
  private boolean incidentsWant;
  private boolean callsAreCounted;

  synchronized void tell(SuccessCounting newListener) {
    listener = newListener;
  }

  synchronized void budgets(boolean want) {
    boolean before = isWanted();
    budgetsWant = want;
    tellChange(before);
  }

  synchronized void incidents(boolean want) {
    boolean before = isWanted();
    incidentsWant = want;
    tellChange(before);
  }

  /** Whether all calls are to be counted. */
  synchronized void calls(boolean counted) {
    boolean before = isWanted();
    callsAreCounted = counted;
    tellChange(before);
  }

  private boolean isWanted() {
    return budgetsWant || incidentsWant || callsAreCounted;
  }

  private void tellChange(boolean before) {
    if (listener != null && isWanted() != before) {
      listener.want(isWanted());
    }
  }
}
