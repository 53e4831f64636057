package dev.mulligan.benchmarks.report;

import java.util.List;

/**
 * The results of one suite.
 *
 * @param explanation the measured quantity and the method, in one or two sentences
 */
public record Findings(
    String title, String explanation, List<Figure> figures, List<Target> targets) {

  public Findings {
    figures = List.copyOf(figures);
    targets = List.copyOf(targets);
  }
}
