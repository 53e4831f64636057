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
 * Checks a rule file before it is sent to a process, so that mistakes are reported without loading
 * an agent. The process reads the file again; its result counts.
 */
public final class RulesForTarget {

  private RulesForTarget() {}

  /**
   * @return the mistakes in the file; empty when there are none, or when only the process itself
   *     can find them
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
