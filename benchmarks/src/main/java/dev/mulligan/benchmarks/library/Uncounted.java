package dev.mulligan.benchmarks.library;

/** An empty benchmark: the cost of JMH itself. */
public class Uncounted extends CountingPath {

  @Override
  void count() {}
}
