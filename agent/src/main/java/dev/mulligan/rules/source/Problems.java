package dev.mulligan.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects every mistake of a rule file and of what it includes. */
public final class Problems {

  private static final int MOST = 100;

  private final List<Problem> list = new ArrayList<>();
  private int errors;
  private int untold;

  public void error(Place place, String message) {
    error(place, message, Optional.empty());
  }

  /**
   * @param suggestion the nearest name that is known
   */
  public void error(Place place, String message, Optional<String> suggestion) {
    errors++;
    add(at(Severity.ERROR, place, message, suggestion));
  }

  /** A mistake of a file as a whole. */
  public void error(String file, String message) {
    errors++;
    add(new Problem(Severity.ERROR, file, 0, 0, "", message, Optional.empty()));
  }

  public void warning(Place place, String message) {
    warning(place, message, Optional.empty());
  }

  /**
   * @param suggestion the nearest name that is known
   */
  public void warning(Place place, String message, Optional<String> suggestion) {
    add(at(Severity.WARNING, place, message, suggestion));
  }

  /** How many errors, warnings not counted, were found so far. */
  public int errorCount() {
    return errors;
  }

  /** The first hundred, file by file and from the top down, and a last one if there are more. */
  public List<Problem> toList() {
    List<Problem> told = new ArrayList<>(list);
    told.sort(new ReadingOrder(list));
    if (untold > 0) {
      String message = "and " + untold + " more problems, once these are mended";
      told.add(
          new Problem(Severity.ERROR, list.get(0).file(), 0, 0, "", message, Optional.empty()));
    }
    return List.copyOf(told);
  }

  private void add(Problem problem) {
    if (list.size() < MOST) {
      list.add(problem);
    } else {
      untold++;
    }
  }

  private static Problem at(
      Severity severity, Place place, String message, Optional<String> suggestion) {
    String line = MaskedLine.of(place.lineText());
    return new Problem(
        severity, place.file(), place.line(), place.column(), line, message, suggestion);
  }
}
