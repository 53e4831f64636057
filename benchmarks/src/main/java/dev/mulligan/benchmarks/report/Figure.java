package dev.mulligan.benchmarks.report;

/**
 * One measured cell.
 *
 * @param metric what was measured, with its unit, as the column's title
 */
public record Figure(String jdk, String contender, String metric, Unit unit, Sample sample) {

  /** The median, and where runs differed the lowest and the highest. */
  String text() {
    String median = unit.number(sample.median());
    String range = unit.number(sample.lowest()) + "–" + unit.number(sample.highest());
    return range.equals(median + "–" + median) ? median : median + " (" + range + ")";
  }
}
