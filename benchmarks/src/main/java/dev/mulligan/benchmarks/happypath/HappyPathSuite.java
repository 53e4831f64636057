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

/** Bare, woven, and the peers: time and allocation of a call that succeeds. */
public final class HappyPathSuite {

  private static final String BARE = "bare method";
  private static final String WOVEN = "woven by Mulligan";

  /** JMH itself allocates now and then: an object in more than a hundred calls is none of ours. */
  static final double NO_BYTES = 0.1;

  private static final String EXPLANATION =
      """
      One method, called without a failure: average per call, the median of the JVMs and in
      brackets the lowest and the highest. *Inlined*: the compiler treats it as it likes. *Called*:
      it is kept from inlining it into its caller. JMH's loop is part of every figure.""";

  private final Lab lab;
  private final Figures figures = new Figures();

  public HappyPathSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, RunnerException {
    for (Form form : Form.of(Prices.class, "price")) {
      for (Forks.Series series : new Forks(lab).measure(contenders(form), Mode.AverageTime)) {
        add(series, form);
      }
      figures.addRatios(form.time(), BARE, form.ratio());
    }
    return new Findings("Happy path", EXPLANATION, figures.list(), targets());
  }

  private List<Contender> contenders(Form form) throws IOException {
    Path rules = RuleFile.matching(lab.work().resolve("prices.yaml"), Prices.METHOD);
    return List.of(
        contender(BARE, DirectCall.class, form, "-D" + HappyPath.RETRIES + "=false"),
        contender(WOVEN, DirectCall.class, form, "-javaagent:" + lab.mulligan() + "=" + rules),
        contender("Failsafe", FailsafeCall.class, form),
        contender("Resilience4j", Resilience4jCall.class, form),
        contender("Spring Retry, template", SpringTemplateCall.class, form),
        contender("Spring Retry, proxy", SpringProxyCall.class, form));
  }

  private static Contender contender(
      String name, Class<? extends HappyPath> benchmark, Form form, String... arguments) {
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
      for (Form form : Form.of(Prices.class, "price")) {
        double bare = figures.median(jdk.version(), BARE, form.time());
        double woven = figures.median(jdk.version(), WOVEN, form.time());
        targets.add(
            new Target(
                jdk.version(),
                "woven − bare, per call, " + form.name(),
                Unit.NANOSECONDS,
                woven - bare,
                0.5));
        targets.add(
            new Target(
                jdk.version(),
                "woven, allocated per call, " + form.name(),
                Unit.BYTES,
                figures.median(jdk.version(), WOVEN, form.bytes()),
                NO_BYTES));
      }
    }
    return targets;
  }
}
