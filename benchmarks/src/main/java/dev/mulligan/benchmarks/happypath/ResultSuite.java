package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Stock;
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
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;

/** A call that returns an object, bare, woven with conditions on results, and through the peers. */
public final class ResultSuite {

  private static final String BARE = "bare method, returns an object";
  private static final String WOVEN_NULL = "woven, is: null";
  private static final String WOVEN_PROPERTY = "woven, statusCode in [429, 500..599]";
  private static final List<String> WOVEN = List.of(WOVEN_NULL, WOVEN_PROPERTY);

  private static final double MOST_NANOSECONDS = 3;

  private static final String EXPLANATION =
      """
      One method that returns a small record, called without a failure, where results are judged:
      by whether they are null, or by a property of the record. The peers judge both with a
      predicate in Java. *Inlined* and *called* as above.""";

  private final Lab lab;
  private final Figures figures = new Figures();
  private final List<Form> forms = Form.of(Stock.class, "ask");

  public ResultSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, RunnerException {
    for (Form form : forms) {
      for (Forks.Series series : new Forks(lab).measure(contenders(form), Mode.AverageTime)) {
        add(series, form);
      }
      figures.addRatios(form.time(), BARE, form.ratio());
    }
    return new Findings("Happy path, results judged", EXPLANATION, figures.list(), targets());
  }

  private List<Contender> contenders(Form form) throws IOException {
    return List.of(
        contender(BARE, DirectAsk.class, form, "-D" + HappyPath.RETRIES + "=false"),
        contender(
            WOVEN_NULL,
            DirectAsk.class,
            form,
            agent("null.yaml", "is: null"),
            "-D" + ResultPath.FAILS_WITH_NULL + "=true"),
        contender(
            WOVEN_PROPERTY,
            DirectAsk.class,
            form,
            agent("status.yaml", "property: statusCode, in: [429, 500..599]")),
        contender("Failsafe, handleResultIf", FailsafeAsk.class, form),
        contender("Resilience4j, retryOnResult", Resilience4jAsk.class, form));
  }

  private String agent(String file, String condition) throws IOException {
    return "-javaagent:"
        + lab.mulligan()
        + "="
        + RuleFile.judging(lab.work().resolve(file), Stock.METHOD, condition);
  }

  private static Contender contender(
      String name, Class<? extends ResultPath> benchmark, Form form, String... arguments) {
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
        WOVEN.forEach(woven -> addTargets(jdk.version(), woven, form, targets));
      }
    }
    return targets;
  }

  private void addTargets(String jdk, String woven, Form form, List<Target> targets) {
    double added = figures.median(jdk, woven, form.time()) - figures.median(jdk, BARE, form.time());
    double bytes = figures.median(jdk, woven, form.bytes());
    String of = woven + ", " + form.name();
    targets.add(new Target(jdk, of + " − bare", Unit.NANOSECONDS, added, MOST_NANOSECONDS));
    targets.add(new Target(jdk, of + ", allocated", Unit.BYTES, bytes, HappyPathSuite.NO_BYTES));
  }
}
