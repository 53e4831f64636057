package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Prices;
import dev.mulligan.benchmarks.lab.Contender;
import dev.mulligan.benchmarks.lab.Forks;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;

/** A call that succeeds through a closed circuit breaker, woven and of the peers. */
public final class BreakerSuite {

  private static final String BARE = "bare method";
  private static final String WOVEN = "woven with a circuit breaker";
  private static final String PEER = "Resilience4j, circuit breaker";

  private static final String EXPLANATION =
      """
      One method, called without a failure through a circuit breaker that looks at the last 20
      calls. Failsafe and Resilience4j box the argument or the result. *Inlined* and *called* as
      above.""";

  private final Lab lab;
  private final Figures figures = new Figures();
  private final List<Form> forms = Form.of(Prices.class, "price");

  public BreakerSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, RunnerException {
    for (Form form : forms) {
      for (Forks.Series series : new Forks(lab).measure(contenders(form), Mode.AverageTime)) {
        add(series, form);
      }
      figures.addRatios(form.time(), BARE, form.ratio());
    }
    return new Findings("Happy path, circuit breaker", EXPLANATION, figures.list(), targets());
  }

  private List<Contender> contenders(Form form) throws IOException {
    Path rules = RuleFile.breaking(lab.work().resolve("breaker.yaml"), Prices.METHOD);
    return List.of(
        contender(BARE, DirectBreaker.class, form, "-D" + HappyPath.RETRIES + "=false"),
        contender(WOVEN, DirectBreaker.class, form, "-javaagent:" + lab.mulligan() + "=" + rules),
        contender("Failsafe, circuit breaker", FailsafeBreaker.class, form),
        contender(PEER, Resilience4jBreaker.class, form));
  }

  private static Contender contender(
      String name, Class<? extends BreakerPath> benchmark, Form form, String... arguments) {
    List<String> all = new ArrayList<>(form.jvmArguments());
    all.addAll(List.of(arguments));
    return new Contender(name, benchmark.getName() + ".call", all);
  }

  private void add(Forks.Series series, Form form) {
    String jdk = series.jdk().version();
    String name = series.contender().name();
    figures.add(new Figure(jdk, name, form.time(), Unit.NANOSECONDS, new Sample(series.times())));
    figures.add(new Figure(jdk, name, form.bytes(), Unit.BYTES, new Sample(series.bytes())));
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (Jdk jdk : lab.jdks()) {
      for (Form form : forms) {
        double woven = figures.median(jdk.version(), WOVEN, form.time());
        double peer = figures.median(jdk.version(), PEER, form.time());
        double bytes = figures.median(jdk.version(), WOVEN, form.bytes());
        String of = WOVEN + ", " + form.name();
        targets.add(
            new Target(jdk.version(), of + ", beside " + PEER, Unit.NANOSECONDS, woven, peer));
        targets.add(
            new Target(
                jdk.version(), of + ", allocated", Unit.BYTES, bytes, HappyPathSuite.NO_BYTES));
      }
    }
    return targets;
  }
}
