package dev.mulligan.benchmarks.report;

/**
 * One measured value of a table.
 *
 * @param metric the measured quantity with its unit, as the column's title
 */
public record Figure(String jdk, String contender, String metric, Unit unit, Sample sample) {

  /** The median and, if the runs differ, the lowest and the highest value. */
  String text() {
    String median = unit.number(sample.median());
    String range = unit.number(sample.lowest()) + "–" + unit.number(sample.highest());
    return range.equals(median + "–" + median) ? median : median + " (" + range + ")";
  }
}
