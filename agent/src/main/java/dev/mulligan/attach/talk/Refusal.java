package dev.mulligan.attach.talk;

import dev.mulligan.attach.report.ReportedProblem;
import java.io.Serial;
import java.util.List;

/** The agent refuses a request; the process is unchanged. */
public final class Refusal extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<ReportedProblem> problems;

  /**
   * @param message what the agent refused and why, one sentence for the user
   * @param problems the single mistakes; may be empty
   */
  public Refusal(String message, List<ReportedProblem> problems) {
    super(message);
    this.problems = List.copyOf(problems);
  }

  public List<ReportedProblem> problems() {
    return problems;
  }
}
