package dev.mulligan.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Markdown table, padded so that it reads as well in a terminal. */
record Table(List<String> header, List<List<String>> rows) {

  @Override
  public String toString() {
    List<Integer> widths = IntStream.range(0, header.size()).mapToObj(this::width).toList();
    StringBuilder text = new StringBuilder(line(header, widths));
    text.append(
        widths.stream()
            .map(width -> "-".repeat(width + 2))
            .collect(Collectors.joining("|", "|", "|\n")));
    rows.forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private int width(int column) {
    int widest = header.get(column).length();
    for (List<String> row : rows) {
      widest = Math.max(widest, row.get(column).length());
    }
    return widest;
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> cells.get(column) + padding(cells.get(column), widths.get(column)))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String padding(String cell, int width) {
    return " ".repeat(width - cell.length());
  }
}
