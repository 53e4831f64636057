package dev.mulligan.benchmarks.report;

import java.util.List;

/**
 * What one suite brings home.
 *
 * @param explanation what was measured and how, in a sentence or two
 */
public record Findings(
    String title, String explanation, List<Figure> figures, List<Target> targets) {

  public Findings {
    figures = List.copyOf(figures);
    targets = List.copyOf(targets);
  }
}
