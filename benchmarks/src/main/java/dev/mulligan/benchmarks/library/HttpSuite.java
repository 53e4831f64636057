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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;

/** Compares the library's HTTP client with OkHttp alone, on a healthy server. */
public final class HttpSuite {

  private static final String BARE = "OkHttp";
  private static final String LIMITED = "OkHttp, call time-out of 30 s";
  private static final String RESILIENT = "ResilientHttpClient";
  private static final String TIME = "µs a call";
  private static final String BYTES = "B a call";
  private static final String RATIO = "of OkHttp's time";
  private static final double NANOS_PER_MICRO = 1_000;

  /** A throughput of 0.97. */
  private static final double MOST_TIME = 1 / 0.97;

  private static final double MOST_BYTES = 200;

  private static final String EXPLANATION =
      """
      GET of 1 kB from a server on the loopback interface in another JVM, with one thread and one
      keep-alive connection. The figures are the time and the allocation of the client's JVM. The
      library's client limits a call to 30 s in all, which OkHttp alone does not; the second line
      shows OkHttp with that limit.""";

  private final Lab lab;
  private final Figures figures = new Figures();

  public HttpSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, RunnerException {
    try (HealthyServer server = new HealthyServer()) {
      for (Forks.Series series :
          new Forks(lab).measure(contenders(server.url()), Mode.AverageTime)) {
        add(series);
      }
    }
    figures.addRatios(TIME, BARE, RATIO);
    return new Findings("HTTP client", EXPLANATION, figures.list(), targets());
  }

  private static List<Contender> contenders(String url) {
    String server = "-D" + HttpPath.SERVER + "=" + url;
    return List.of(
        new Contender(BARE, BareHttp.class.getName() + ".call", List.of(server)),
        new Contender(LIMITED, LimitedHttp.class.getName() + ".call", List.of(server)),
        new Contender(
            RESILIENT,
            ResilientHttp.class.getName() + ".call",
            List.of(server, "-D" + HttpPath.RETRIES + "=true")));
  }

  private void add(Forks.Series series) {
    String jdk = series.jdk().version();
    String name = series.contender().name();
    List<Double> micros = series.times().stream().map(nanos -> nanos / NANOS_PER_MICRO).toList();
    figures.add(new Figure(jdk, name, TIME, Unit.MICROSECONDS, new Sample(micros)));
    figures.add(new Figure(jdk, name, BYTES, Unit.BYTES, new Sample(series.bytes())));
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (Jdk jdk : lab.jdks()) {
      String version = jdk.version();
      double ratio = figures.median(version, RESILIENT, RATIO);
      double more =
          figures.median(version, RESILIENT, BYTES) - figures.median(version, BARE, BYTES);
      targets.add(
          new Target(
              version, RESILIENT + ", of " + BARE + "'s time", Unit.RATIO, ratio, MOST_TIME));
      targets.add(
          new Target(version, RESILIENT + ", allocated more", Unit.BYTES, more, MOST_BYTES));
    }
    return targets;
  }
}
