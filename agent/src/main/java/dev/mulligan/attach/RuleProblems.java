package dev.mulligan.attach;

import dev.mulligan.attach.Problem.Place;
import dev.mulligan.attach.Problem.Severity;
import java.util.List;
import java.util.Optional;

/** Mistakes in a rule file as replies and the command line tell them. */
public final class RuleProblems {

  private RuleProblems() {}

  public static List<Problem> of(List<dev.mulligan.rules.source.Problem> problems) {
    return problems.stream().map(RuleProblems::of).toList();
  }

  private static Problem of(dev.mulligan.rules.source.Problem problem) {
    return new Problem(
        Severity.valueOf(problem.severity().name()),
        problem.render(),
        Optional.of(new Place(problem.file(), problem.line(), problem.column())));
  }
}
