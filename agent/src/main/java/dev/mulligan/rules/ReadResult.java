package dev.mulligan.rules;

import dev.mulligan.rules.source.Problem;
import java.util.List;

/** The result of reading a rule file. */
public sealed interface ReadResult {

  /** The mistakes and warnings, in reading order; empty when there are none. */
  List<Problem> problems();

  /** The rule file is valid; all problems are warnings. */
  record Accepted(RuleFile rules, List<Problem> problems) implements ReadResult {
    public Accepted {
      problems = List.copyOf(problems);
    }
  }

  /** The rule file has at least one mistake, and none of its rules is used. */
  record Refused(List<Problem> problems, ReadFiles read) implements ReadResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
