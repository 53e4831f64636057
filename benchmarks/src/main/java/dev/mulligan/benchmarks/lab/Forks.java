package dev.mulligan.benchmarks.lab;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the contenders in turn, one JVM each, so that a slow drift of the machine affects all of
 * them equally.
 */
public final class Forks {

  /** JMH's name for the bytes that one call allocates. */
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Lab lab;
  private final Path log;

  public Forks(Lab lab) {
    this.lab = lab;
    this.log = lab.work().resolve("jmh.log");
  }

  /** The results of a contender on one JDK, one per JVM. */
  public record Series(Jdk jdk, Contender contender, List<RunResult> results) {

    /** The median of each JVM's iterations. */
    public List<Double> times() {
      return values(result -> result.getPrimaryResult().getStatistics().getPercentile(50));
    }

    /**
     * @param percentile in 0..100, over single calls; only for {@link Mode#SampleTime}
     */
    public List<Double> times(double percentile) {
      return values(result -> result.getPrimaryResult().getStatistics().getPercentile(percentile));
    }

    public List<Double> bytes() {
      return values(
          result -> requireNonNull(result.getSecondaryResults().get(ALLOCATION)).getScore());
    }

    private List<Double> values(ToDoubleFunction<RunResult> value) {
      return results.stream().mapToDouble(value).boxed().toList();
    }
  }

  /**
   * @throws RunnerException when a benchmark failed; the message names JMH's log
   */
  public List<Series> measure(List<Contender> contenders, Mode mode) throws RunnerException {
    List<Series> all = new ArrayList<>();
    for (Jdk jdk : lab.jdks()) {
      contenders.forEach(contender -> all.add(new Series(jdk, contender, new ArrayList<>())));
    }
    for (int round = 1; round <= lab.effort().rounds(); round++) {
      lab.say("  %s, round %d of %d".formatted(mode.longLabel(), round, lab.effort().rounds()));
      for (Series series : all) {
        series.results().add(fork(series.jdk(), series.contender(), mode));
      }
    }
    return all;
  }

  private RunResult fork(Jdk jdk, Contender contender, Mode mode) throws RunnerException {
    try {
      return new Runner(options(jdk, contender, mode)).runSingle();
    } catch (RunnerException e) {
      throw new RunnerException(
          contender.name() + " failed on JDK " + jdk + ", see " + log + ": " + e.getMessage(), e);
    }
  }

  private Options options(Jdk jdk, Contender contender, Mode mode) {
    boolean onlyOnce = mode == Mode.SingleShotTime;
    int iterations = onlyOnce ? 1 : lab.effort().iterations();
    TimeValue iteration = TimeValue.milliseconds(lab.effort().iteration().toMillis());
    return new OptionsBuilder()
        .include("^" + Pattern.quote(contender.benchmark()) + "$")
        .jvm(jdk.java().toString())
        .jvmArgs(contender.jvmArguments().toArray(String[]::new))
        .forks(1)
        .mode(mode)
        .timeUnit(TimeUnit.NANOSECONDS)
        .warmupIterations(onlyOnce ? 0 : iterations)
        .warmupTime(iteration)
        .measurementIterations(iterations)
        .measurementTime(iteration)
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.NORMAL)
        .output(log.toString())
        .build();
  }
}
