package dev.mulligan.benchmarks.report;

/**
 * A target and the measured value.
 *
 * @param limit the largest value that meets the target
 */
public record Target(String jdk, String promise, Unit unit, double measured, double limit) {

  public boolean met() {
    return measured <= limit;
  }
}
