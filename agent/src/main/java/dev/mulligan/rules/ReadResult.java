package dev.mulligan.rules;

import dev.mulligan.rules.source.Problem;
import java.util.List;

/** What came of reading a rule file. */
public sealed interface ReadResult {

  /** Everything to be said, in reading order; empty when all is well. */
  List<Problem> problems();

  /** The rule file works; what is to be said are warnings. */
  record Accepted(RuleFile rules, List<Problem> problems) implements ReadResult {
    public Accepted {
      problems = List.copyOf(problems);
    }
  }

  /** At least one mistake; nothing of the file is used. */
  record Refused(List<Problem> problems, ReadFiles read) implements ReadResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
