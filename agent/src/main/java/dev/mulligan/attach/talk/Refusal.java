package dev.mulligan.attach.talk;

import dev.mulligan.attach.report.ReportedProblem;
import java.io.Serial;
import java.util.List;

/** The agent did not do what it was asked to; the process is as it was before. */
public final class Refusal extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<ReportedProblem> problems;

  /**
   * @param message what was refused and why, one sentence for a person
   * @param problems each mistake on its own; may be empty
   */
  public Refusal(String message, List<ReportedProblem> problems) {
    super(message);
    this.problems = List.copyOf(problems);
  }

  public List<ReportedProblem> problems() {
    return problems;
  }
}
