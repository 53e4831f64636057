package dev.mulligan.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the problems of a rule file and its includes. */
public final class Problems {

  private static final int MOST = 100;

  private final List<Problem> list = new ArrayList<>();
  private int errors;
  private int omitted;

  public void error(Place place, String message) {
    error(place, message, Optional.empty());
  }

  /**
   * @param suggestion the nearest valid name
   */
  public void error(Place place, String message, Optional<String> suggestion) {
    errors++;
    add(at(Severity.ERROR, place, message, suggestion));
  }

  /** Adds a mistake that concerns a whole file. */
  public void error(String file, String message) {
    errors++;
    add(new Problem(Severity.ERROR, file, 0, 0, "", message, Optional.empty()));
  }

  public void warning(Place place, String message) {
    warning(place, message, Optional.empty());
  }

  /**
   * @param suggestion the nearest valid name
   */
  public void warning(Place place, String message, Optional<String> suggestion) {
    add(at(Severity.WARNING, place, message, suggestion));
  }

  /** The number of errors found so far, without warnings. */
  public int errorCount() {
    return errors;
  }

  /**
   * The first hundred problems, file by file from the top down, and a final one that counts the
   * rest.
   */
  public List<Problem> toList() {
    List<Problem> shown = new ArrayList<>(list);
    shown.sort(new ReadingOrder(list));
    if (omitted > 0) {
      String message = omitted + " more problems are not shown: correct these first";
      shown.add(
          new Problem(Severity.ERROR, list.get(0).file(), 0, 0, "", message, Optional.empty()));
    }
    return List.copyOf(shown);
  }

  private void add(Problem problem) {
    if (list.size() < MOST) {
      list.add(problem);
    } else {
      omitted++;
    }
  }

  private static Problem at(
      Severity severity, Place place, String message, Optional<String> suggestion) {
    String line = MaskedLine.of(place.lineText());
    return new Problem(
        severity, place.file(), place.line(), place.column(), line, message, suggestion);
  }
}
