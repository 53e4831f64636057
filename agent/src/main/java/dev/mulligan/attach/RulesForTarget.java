package dev.mulligan.attach;

import dev.mulligan.attach.process.Proc;
import dev.mulligan.attach.process.TargetEnvironment;
import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.attach.report.RuleProblems;
import dev.mulligan.rules.ReadResult;
import dev.mulligan.rules.read.RuleFileReader;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a rule file before a process is bothered with it, so that a mistake is told without an
 * agent having been loaded. The process reads it again and has the last word.
 */
public final class RulesForTarget {

  private RulesForTarget() {}

  /**
   * @return what makes this file unusable; empty when it is well, or only the process itself can
   *     tell
   */
  public static List<ReportedProblem> mistakes(Path file, long pid) {
    Proc proc = Proc.of(pid);
    if (proc.hasOtherFiles()) {
      return List.of();
    }
    TargetEnvironment environment = new TargetEnvironment(proc.environment());
    ReadResult result = RuleFileReader.read(file.toFile(), environment);
    return result instanceof ReadResult.Refused && !environment.hasGuessed()
        ? RuleProblems.of(result.problems())
        : List.of();
  }
}
