package dev.mulligan.benchmarks.library;

/** What JMH itself takes. */
public class Uncounted extends CountingPath {

  @Override
  void count() {}
}
