package dev.mulligan.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Collects the figures of one suite. */
public final class Figures {

  private final List<Figure> figures = new ArrayList<>();

  public void add(Figure figure) {
    figures.add(figure);
  }

  /**
   * @throws IllegalArgumentException when the figure was not measured
   */
  public double median(String jdk, String contender, String metric) {
    return figures.stream()
        .filter(figure -> figure.jdk().equals(jdk))
        .filter(figure -> figure.contender().equals(contender))
        .filter(figure -> figure.metric().equals(metric))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no " + metric + " of " + contender + " on " + jdk))
        .sample()
        .median();
  }

  /** Adds for every contender the ratio of its median to the baseline's. */
  public void addRatios(String metric, String baseline, String title) {
    for (Figure figure : list()) {
      if (figure.metric().equals(metric)) {
        double ratio = figure.sample().median() / median(figure.jdk(), baseline, metric);
        add(new Figure(figure.jdk(), figure.contender(), title, Unit.RATIO, Sample.of(ratio)));
      }
    }
  }

  public List<Figure> list() {
    return List.copyOf(figures);
  }
}
