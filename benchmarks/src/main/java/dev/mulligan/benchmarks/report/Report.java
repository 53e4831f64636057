package dev.mulligan.benchmarks.report;

import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The report of one run of the benchmarks.
 *
 * @param circumstances the machine, the JVMs, the effort: one line each
 */
public record Report(List<String> circumstances, List<Findings> findings) {

  public Report {
    circumstances = List.copyOf(circumstances);
    findings = List.copyOf(findings);
  }

  /** Every value of every figure, and the targets. */
  public String json() {
    return new GsonBuilder().setPrettyPrinting().create().toJson(this);
  }

  /** Markdown that reads as well in a terminal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    circumstances.forEach(line -> text.append("- ").append(line).append('\n'));
    for (Findings suite : findings) {
      text.append("\n## ").append(suite.title()).append("\n\n");
      text.append(suite.explanation()).append('\n');
      for (String jdk : distinct(suite.figures().stream().map(Figure::jdk).toList())) {
        text.append("\n### JDK ").append(jdk).append("\n\n");
        text.append(figures(suite.figures().stream().filter(f -> f.jdk().equals(jdk)).toList()));
      }
    }
    return text.append("\n## Targets\n\n").append(targets()).toString();
  }

  private static Table figures(List<Figure> figures) {
    List<String> metrics = distinct(figures.stream().map(Figure::metric).toList());
    List<String> header = new ArrayList<>(metrics);
    header.add(0, "");
    List<List<String>> rows = new ArrayList<>();
    for (String contender : distinct(figures.stream().map(Figure::contender).toList())) {
      List<String> row = new ArrayList<>(List.of(contender));
      metrics.forEach(metric -> row.add(cell(figures, contender, metric)));
      rows.add(row);
    }
    return new Table(header, rows);
  }

  private static String cell(List<Figure> figures, String contender, String metric) {
    return figures.stream()
        .filter(figure -> figure.contender().equals(contender) && figure.metric().equals(metric))
        .map(Figure::text)
        .findFirst()
        .orElse("");
  }

  private Table targets() {
    List<List<String>> rows = new ArrayList<>();
    findings.stream().flatMap(suite -> suite.targets().stream()).forEach(t -> rows.add(row(t)));
    return new Table(List.of("target", "JDK", "measured", "at most", ""), rows);
  }

  private static List<String> row(Target target) {
    return List.of(
        target.promise(),
        target.jdk(),
        target.unit().quantity(target.measured()),
        target.unit().quantity(target.limit()),
        target.met() ? "met" : "MISSED");
  }

  private static List<String> distinct(List<String> names) {
    return names.stream().distinct().toList();
  }
}
