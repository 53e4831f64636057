package dev.mulligan.benchmarks.lab;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds JVMs per JMH figure
 * @param iterations per JVM, as many to warm up as to measure
 * @param iteration length of one
 * @param starts JVM starts per start-up figure
 * @param warmUpStarts before them, not counted
 * @param stormThreads how many threads have a dead service
 * @param storm how long
 * @param waitingCalls how many asynchronous calls wait at once
 * @param failures how many calls fail for the cost of telling of one
 * @param backlog how many notifications a killed process owes
 * @param alike how many failures of one kind come in a storm
 * @param jobs how many of a scheduler's jobs are due at once
 */
public record Effort(
    int rounds,
    int iterations,
    Duration iteration,
    int starts,
    int warmUpStarts,
    int stormThreads,
    Duration storm,
    int waitingCalls,
    int failures,
    int backlog,
    int alike,
    int jobs) {

  public static final Effort FULL =
      new Effort(
          5,
          5,
          Duration.ofMillis(200),
          21,
          2,
          1_000,
          Duration.ofSeconds(30),
          100_000,
          5_000,
          10_000,
          1_000_000,
          100_000);

  /** To see roughly where things stand. */
  public static final Effort QUICK =
      new Effort(
          1,
          5,
          Duration.ofMillis(100),
          7,
          1,
          1_000,
          Duration.ofSeconds(5),
          100_000,
          2_000,
          10_000,
          1_000_000,
          50_000);

  /** To see that everything runs: the figures mean nothing. */
  public static final Effort SMOKE =
      new Effort(
          1, 1, Duration.ofMillis(10), 1, 0, 20, Duration.ofSeconds(1), 1_000, 20, 50, 1_000, 200);

  @Override
  public String toString() {
    return "%d JVMs × %d iterations of %d ms per figure, %d starts per start-up figure"
        .formatted(rounds, iterations, iteration.toMillis(), starts);
  }
}
