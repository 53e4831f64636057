package dev.mulligan.agent;

import dev.mulligan.attach.Problem;
import dev.mulligan.attach.Refusal;
import dev.mulligan.rules.ReadResult;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rule files for a command line that waits for an answer. */
final class RuleFiles {

  private RuleFiles() {}

  /**
   * @throws Refusal with every mistake in the file
   */
  static RuleFile readOrRefuse(File file) throws Refusal {
    ReadResult result = RuleFileReader.read(file, Environment.ofProcess());
    if (result instanceof ReadResult.Accepted accepted) {
      return accepted.rules();
    }
    throw new Refusal(
        "The rule file " + file + " has mistakes; nothing was changed.", problems(result));
  }

  private static List<Problem> problems(ReadResult result) {
    List<Problem> problems = new ArrayList<>();
    for (dev.mulligan.rules.source.Problem problem : result.problems()) {
      problems.add(
          new Problem(
              Problem.Severity.valueOf(problem.severity().name()),
              problem.render(),
              problem.line() == 0
                  ? Optional.empty()
                  : Optional.of(
                      new Problem.Place(problem.file(), problem.line(), problem.column()))));
    }
    return problems;
  }
}
