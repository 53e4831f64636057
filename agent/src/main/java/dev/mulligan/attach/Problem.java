package dev.mulligan.attach;

import java.util.Optional;

/**
 * One thing that is wrong or deserves a look.
 *
 * @param message place, reason and remedy, ready to print; may have several lines
 * @param place where in a rule file, for programs
 */
public record Problem(Severity severity, String message, Optional<Place> place) {

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

  public static Problem warning(String message) {
    return new Problem(Severity.WARNING, message, Optional.empty());
  }

  public static Problem error(String message) {
    return new Problem(Severity.ERROR, message, Optional.empty());
  }
}
