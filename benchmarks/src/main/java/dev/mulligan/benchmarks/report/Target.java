package dev.mulligan.benchmarks.report;

/**
 * A promise and what was measured.
 *
 * @param limit the largest value that keeps it
 */
public record Target(String jdk, String promise, Unit unit, double measured, double limit) {

  public boolean met() {
    return measured <= limit;
  }
}
