package dev.mulligan.rules.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders problems by file, in the order of each file's first problem, then from the top down. */
final class ReadingOrder implements Comparator<Problem> {

  private final List<String> files = new ArrayList<>();

  ReadingOrder(List<Problem> problems) {
    for (Problem problem : problems) {
      if (!files.contains(problem.file())) {
        files.add(problem.file());
      }
    }
  }

  @Override
  public int compare(Problem a, Problem b) {
    if (!a.file().equals(b.file())) {
      return Integer.compare(files.indexOf(a.file()), files.indexOf(b.file()));
    }
    int lines = Integer.compare(a.line(), b.line());
    return lines != 0 ? lines : Integer.compare(a.column(), b.column());
  }
}
