package dev.mulligan.attach.report;

import dev.mulligan.attach.report.ReportedProblem.Place;
import dev.mulligan.attach.report.ReportedProblem.Severity;
import java.util.List;
import java.util.Optional;

/** Converts mistakes in a rule file to the form of replies and of the command line. */
public final class RuleProblems {

  private RuleProblems() {}

  public static List<ReportedProblem> of(List<dev.mulligan.rules.source.Problem> problems) {
    return problems.stream().map(RuleProblems::of).toList();
  }

  private static ReportedProblem of(dev.mulligan.rules.source.Problem problem) {
    return new ReportedProblem(
        Severity.valueOf(problem.severity().name()),
        problem.render(),
        Optional.of(new Place(problem.file(), problem.line(), problem.column())));
  }
}
