package dev.mulligan.benchmarks.report;

import java.util.Locale;

/** The unit of a figure. */
public enum Unit {
  NANOSECONDS("ns"),
  MICROSECONDS("µs"),
  MILLISECONDS("ms"),
  BYTES("B"),
  CLASSES("classes"),
  COUNT("times"),
  RATIO("×");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /**
   * The value without the unit, with about three digits: {@code 1.02}, {@code 66.3}, {@code 4,327}.
   */
  String number(double value) {
    String text = String.format(Locale.ROOT, "%,." + decimals(Math.abs(value)) + "f", value);
    return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
  }

  String quantity(double value) {
    return number(value) + " " + symbol;
  }

  private int decimals(double size) {
    if (this == CLASSES || this == COUNT || size >= 100) {
      return 0;
    }
    return size >= 10 ? 1 : 2;
  }
}
