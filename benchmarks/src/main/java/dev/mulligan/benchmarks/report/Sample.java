package dev.mulligan.benchmarks.report;

import java.util.List;

/**
 * The values of repeated runs of one measurement, ascending.
 *
 * @param values at least one
 */
public record Sample(List<Double> values) {

  /**
   * @throws IllegalArgumentException when there are no values
   */
  public Sample {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sample needs at least one value");
    }
    values = values.stream().sorted().toList();
  }

  public static Sample of(double value) {
    return new Sample(List.of(value));
  }

  /** The median, which, unlike the mean, a single disturbed run does not affect. */
  public double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  public double lowest() {
    return values.get(0);
  }

  public double highest() {
    return values.get(values.size() - 1);
  }
}
