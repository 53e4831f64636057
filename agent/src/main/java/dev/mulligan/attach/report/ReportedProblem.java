package dev.mulligan.attach.report;

import java.util.Optional;

/**
 * A mistake or a warning in a reply.
 *
 * @param message place, reason and remedy, ready to print; may have several lines
 * @param place the place in a rule file, for programs
 */
public record ReportedProblem(Severity severity, String message, Optional<Place> place) {

  /** Whether the problem is a mistake or only a warning. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /**
   * A place in a rule file.
   *
   * @param line from 1; 0 for the whole file
   * @param column from 1; 0 for the whole file
   */
  public record Place(String file, int line, int column) {}

  public static ReportedProblem warning(String message) {
    return new ReportedProblem(Severity.WARNING, message, Optional.empty());
  }

  public static ReportedProblem error(String message) {
    return new ReportedProblem(Severity.ERROR, message, Optional.empty());
  }
}
