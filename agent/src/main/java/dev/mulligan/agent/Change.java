package dev.mulligan.agent;

import dev.mulligan.attach.report.ChangeReport;
import dev.mulligan.attach.report.ChangeReport.Phase;
import dev.mulligan.attach.talk.Refusal;
import dev.mulligan.attach.talk.Served;
import dev.mulligan.weave.Progress;
import java.util.List;
import java.util.Optional;

/** A change of the rules in progress: what it is, how far it is, and whether it is withdrawn. */
final class Change implements Progress {

  private final String request;
  private final Optional<Served> served;
  private final long start = System.nanoTime();

  private volatile boolean endedAnother;
  private volatile Phase phase = Phase.STARTING;
  private volatile int classes;
  private volatile int ofClasses;
  private volatile int methods;

  /**
   * @param request for display
   * @param served empty for a change that nobody can withdraw
   */
  Change(String request, Optional<Served> served) {
    this.request = request;
    this.served = served;
  }

  /** Begins a step. */
  void enter(Phase next) {
    classes = 0;
    ofClasses = 0;
    phase = next;
    show();
  }

  @Override
  public boolean goesOn(int done, int all, int wovenMethods) {
    classes = done;
    ofClasses = all;
    methods = wovenMethods;
    show();
    return phase == Phase.UNDOING || !isWithdrawn();
  }

  private boolean isWithdrawn() {
    return served.isPresent() && served.get().isWithdrawn();
  }

  /**
   * @throws Refusal when the request was withdrawn
   */
  void requireWanted() throws Refusal {
    if (isWithdrawn()) {
      throw withdrawn();
    }
  }

  /**
   * Makes the change final.
   *
   * @throws Refusal when the request was withdrawn
   */
  void complete() throws Refusal {
    if (served.isPresent() && !served.get().complete()) {
      throw withdrawn();
    }
  }

  private Refusal withdrawn() {
    return new Refusal("The request was withdrawn; " + outcome(), List.of());
  }

  /** Records that the agent of another jar was ended, which cannot be undone. */
  void endedAnother() {
    endedAnother = true;
  }

  /** What is the case once the change is undone. */
  String outcome() {
    return endedAnother
        ? "the agent of another jar that ran before has ended: attach it again."
        : "nothing was changed.";
  }

  private void show() {
    if (served.isPresent()) {
      served.get().show(report());
    }
  }

  ChangeReport report() {
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    return new ChangeReport(request, phase, classes, ofClasses, methods, seconds);
  }
}
