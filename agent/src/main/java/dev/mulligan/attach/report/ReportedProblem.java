package dev.mulligan.attach.report;

import java.util.Optional;

/**
 * One thing that is wrong or deserves a look.
 *
 * @param message place, reason and remedy, ready to print; may have several lines
 * @param place where in a rule file, for programs
 */
public record ReportedProblem(Severity severity, String message, Optional<Place> place) {

  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /**
   * A place in a rule file.
   *
   * @param line from 1; 0 when the whole file is meant
   * @param column from 1; 0 when the whole file is meant
   */
  public record Place(String file, int line, int column) {}

  public static ReportedProblem warning(String message) {
    return new ReportedProblem(Severity.WARNING, message, Optional.empty());
  }

  public static ReportedProblem error(String message) {
    return new ReportedProblem(Severity.ERROR, message, Optional.empty());
  }
}
