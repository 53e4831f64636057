package dev.mulligan.benchmarks.storm;

import com.acme.shop.Orders;
import dev.mulligan.benchmarks.lab.Jdk;
import dev.mulligan.benchmarks.lab.Lab;
import dev.mulligan.benchmarks.lab.RuleFile;
import dev.mulligan.benchmarks.report.Figure;
import dev.mulligan.benchmarks.report.Figures;
import dev.mulligan.benchmarks.report.Findings;
import dev.mulligan.benchmarks.report.Sample;
import dev.mulligan.benchmarks.report.Target;
import dev.mulligan.benchmarks.report.Unit;
import java.io.IOException;
import java.util.List;

/** Measures the load of a thousand threads that each make one failing call per second. */
public final class StormSuite {

  private static final String NO_AGENT = "no agent";
  private static final String WITHOUT = "Mulligan, budget off";
  private static final String WITH = "Mulligan, the default budget";

  private static final String CALLS = "calls";
  private static final String SENT = "attempts sent";
  private static final String RATIO = "attempts per call";

  private final Lab lab;
  private final Figures figures = new Figures();

  public StormSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, InterruptedException {
    int threads = lab.effort().stormThreads();
    long seconds = lab.effort().storm().toSeconds();
    for (Jdk jdk : lab.jdks()) {
      for (Storm storm : storms()) {
        lab.say("  %s on JDK %s".formatted(storm.name(), jdk.version()));
        add(jdk, storm, storm.rage(jdk, lab.benchmarks(), threads, seconds));
      }
    }
    return new Findings(
        "Storm",
        explanation(threads, seconds),
        figures.list(),
        lab.jdks().stream().map(this::target).toList());
  }

  private static String explanation(int threads, long seconds) {
    return """
        %,d threads for %d s, each of which makes one call per second to a local port without a
        listener; every attempt fails. Five attempts, exponential back-off from 100 ms with full
        jitter. *Attempts sent* is the number of requests to the service."""
        .formatted(threads, seconds);
  }

  private List<Storm> storms() throws IOException {
    return List.of(
        new Storm(NO_AGENT, List.of()),
        new Storm(WITHOUT, mulligan("off")),
        new Storm(WITH, mulligan("{}")));
  }

  private List<String> mulligan(String budget) throws IOException {
    return List.of(
        "-javaagent:"
            + lab.mulligan()
            + "="
            + RuleFile.storming(
                lab.work().resolve("storm-" + budget.length() + ".yaml"), Orders.METHOD, budget));
  }

  private void add(Jdk jdk, Storm storm, Storm.Toll toll) {
    add(jdk, storm, CALLS, Unit.COUNT, (double) toll.calls());
    add(jdk, storm, SENT, Unit.COUNT, (double) toll.attempts());
    add(jdk, storm, RATIO, Unit.RATIO, (double) toll.attempts() / toll.calls());
  }

  private void add(Jdk jdk, Storm storm, String metric, Unit unit, double value) {
    figures.add(new Figure(jdk.version(), storm.name(), metric, unit, Sample.of(value)));
  }

  /** The limit: half of the budget's 1,000 tokens and ten per second, doubled for the start. */
  private Target target(Jdk jdk) {
    double calls = figures.median(jdk.version(), WITH, CALLS);
    double retries = 2 * (500 + 10.0 * lab.effort().storm().toSeconds());
    return new Target(
        jdk.version(),
        "attempts per call, with the default budget",
        Unit.RATIO,
        figures.median(jdk.version(), WITH, RATIO),
        1 + retries / calls);
  }
}
