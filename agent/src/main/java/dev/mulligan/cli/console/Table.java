package dev.mulligan.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A text table with headings; each column is as wide as its widest cell. */
public final class Table {

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  /** A heading and the alignment of the cells under it. */
  public record Column(String heading, Alignment alignment) {
    public static Column text(String heading) {
      return new Column(heading, Alignment.LEFT);
    }

    public static Column number(String heading) {
      return new Column(heading, Alignment.RIGHT);
    }
  }

  public enum Alignment {
    LEFT,
    RIGHT
  }

  /** A cell's text and style. A line end in the text becomes U+FFFD. */
  public record Cell(String text, Style style) {
    public Cell {
      text = text.replace('\n', '\uFFFD').replace('\t', ' ');
    }

    public static Cell of(String text) {
      return new Cell(text, Style.PLAIN);
    }

    /** A number; zero is shown as a faint dash. */
    public static Cell count(long number, Style style) {
      return number == 0 ? new Cell("-", Style.FAINT) : new Cell(Long.toString(number), style);
    }
  }

  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /**
   * @throws IllegalArgumentException when there are more cells than columns
   */
  public void add(Cell... cells) {
    if (cells.length > columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    rows.add(List.of(cells));
  }

  public void print(Console console) {
    int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
    List<Cell> headings =
        columns.stream().map(column -> new Cell(column.heading(), Style.FAINT)).toList();
    console.line(line(headings, widths, console));
    for (List<Cell> row : rows) {
      console.line(line(row, widths, console));
    }
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column && row.size() > 1)
        .mapToInt(row -> length(row.get(column).text()))
        .reduce(columns.get(column).heading().length(), Math::max);
  }

  private String line(List<Cell> cells, int[] widths, Console console) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      String padding = " ".repeat(Math.max(0, widths[i] - length(cell.text())));
      boolean last = i == cells.size() - 1;
      boolean right = columns.get(i).alignment() == Alignment.RIGHT;
      line.append(right ? padding : "")
          .append(console.styled(cell.style(), cell.text()))
          .append(right || last ? "" : padding)
          .append(last ? "" : GAP);
    }
    return line.toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
