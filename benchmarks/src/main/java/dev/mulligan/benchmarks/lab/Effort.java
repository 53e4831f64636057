package dev.mulligan.benchmarks.lab;

import java.time.Duration;

/**
 * The length of a measurement: how many rounds, iterations and threads.
 *
 * @param rounds JVMs per JMH figure
 * @param iterations iterations per JVM, for warm-up and again for the measurement
 * @param iteration the length of one iteration
 * @param starts JVM starts per start-up figure
 * @param warmUpStarts starts before them that do not count
 * @param stormThreads the number of threads whose service is down
 * @param storm the length of the storm
 * @param waitingCalls the number of asynchronous calls that wait at the same time
 * @param failures the number of failing calls for the cost of a notification
 * @param backlog the number of unsent notifications of a killed process
 * @param alike the number of equal failures in a storm
 * @param jobs the number of a scheduler's jobs that are due at once
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

  /** For rough figures. */
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

  /** Only to check that everything runs: the figures are meaningless. */
  public static final Effort SMOKE =
      new Effort(
          1, 1, Duration.ofMillis(10), 1, 0, 20, Duration.ofSeconds(1), 1_000, 20, 50, 1_000, 200);

  @Override
  public String toString() {
    return "%d JVMs × %d iterations of %d ms per figure, %d starts per start-up figure"
        .formatted(rounds, iterations, iteration.toMillis(), starts);
  }
}
