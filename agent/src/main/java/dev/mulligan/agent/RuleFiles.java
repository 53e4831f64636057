package dev.mulligan.agent;

import dev.mulligan.attach.report.RuleProblems;
import dev.mulligan.attach.talk.Refusal;
import dev.mulligan.rules.ReadResult;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import java.io.File;

/** Reads rule files for requests of the command line. */
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
        "The rule file " + file + " has mistakes; nothing was changed.",
        RuleProblems.of(result.problems()));
  }
}
