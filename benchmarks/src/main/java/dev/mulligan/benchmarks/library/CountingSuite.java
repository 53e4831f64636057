package dev.mulligan.benchmarks.library;

import dev.mulligan.benchmarks.lab.Contender;
import dev.mulligan.benchmarks.lab.Forks;
import dev.mulligan.benchmarks.lab.Jdk;
import dev.mulligan.benchmarks.lab.Lab;
import dev.mulligan.benchmarks.report.Figure;
import dev.mulligan.benchmarks.report.Figures;
import dev.mulligan.benchmarks.report.Findings;
import dev.mulligan.benchmarks.report.Sample;
import dev.mulligan.benchmarks.report.Target;
import dev.mulligan.benchmarks.report.Unit;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the cost of counting every call. */
public final class CountingSuite {

  private static final String NOTHING = "not counted";
  private static final String COUNTED = "counted";
  private static final String TIME = "ns of a processor";
  private static final String BYTES = "B";
  private static final double MOST_NANOS = 10;
  private static final double NO_BYTES = 0.5;

  private static final String EXPLANATION =
      """
      16 threads report calls of one method that succeeded at once. Because there are more threads
      than processors, the time is processor time: the time between two calls of a thread, times
      the number of processors, divided by the number of threads.""";

  private final Lab lab;
  private final Figures figures = new Figures();

  public CountingSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws RunnerException {
    List<Contender> contenders =
        List.of(
            new Contender(NOTHING, Uncounted.class.getName() + ".call", List.of()),
            new Contender(COUNTED, Counted.class.getName() + ".call", List.of()));
    for (Forks.Series series : new Forks(lab).measure(contenders, Mode.AverageTime)) {
      add(series);
    }
    return new Findings("Counting calls", EXPLANATION, figures.list(), targets());
  }

  private void add(Forks.Series series) {
    String jdk = series.jdk().version();
    String name = series.contender().name();
    int processors = Math.min(CountingPath.THREADS, Runtime.getRuntime().availableProcessors());
    double part = (double) processors / CountingPath.THREADS;
    List<Double> nanos = series.times().stream().map(each -> each * part).toList();
    figures.add(new Figure(jdk, name, TIME, Unit.NANOSECONDS, new Sample(nanos)));
    figures.add(new Figure(jdk, name, BYTES, Unit.BYTES, new Sample(series.bytes())));
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (Jdk jdk : lab.jdks()) {
      String version = jdk.version();
      double nanos =
          figures.median(version, COUNTED, TIME) - figures.median(version, NOTHING, TIME);
      double bytes = figures.median(version, COUNTED, BYTES);
      targets.add(new Target(version, "counting a call", Unit.NANOSECONDS, nanos, MOST_NANOS));
      targets.add(new Target(version, "counting a call, allocated", Unit.BYTES, bytes, NO_BYTES));
    }
    return targets;
  }
}
