package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Prices;
import dev.mulligan.benchmarks.lab.Contender;
import dev.mulligan.benchmarks.lab.Lab;
import dev.mulligan.benchmarks.lab.RuleFile;
import dev.mulligan.benchmarks.report.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures time and allocation of a successful call: plain, woven, and of other libraries. */
public final class HappyPathSuite {

  private static final String BARE = "bare method";
  private static final String WOVEN = "woven by Mulligan";
  private static final double MOST_NANOSECONDS = 0.5;

  private static final String EXPLANATION =
      """
      One method, called without a failure: the average per call, as the median of the JVMs, with
      the lowest and the highest value in brackets. *Inlined*: the compiler can inline the method.
      *Called*: inlining of the method into its caller is disabled. Every figure includes JMH's
      loop.""";

  private final Lab lab;
  private final FormFigures figures;

  public HappyPathSuite(Lab lab) {
    this.lab = lab;
    this.figures = new FormFigures(lab, Prices.class, "price");
  }

  public Findings run() throws IOException, RunnerException {
    figures.measure(this::contenders, BARE);
    return new Findings(
        "Happy path",
        EXPLANATION,
        figures.list(),
        figures.targets(
            (jdk, form) ->
                List.of(
                    figures.added(jdk, WOVEN, BARE, form, MOST_NANOSECONDS),
                    figures.noBytes(jdk, WOVEN, form))));
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
    return FormFigures.contender(name, benchmark, form, arguments);
  }
}
