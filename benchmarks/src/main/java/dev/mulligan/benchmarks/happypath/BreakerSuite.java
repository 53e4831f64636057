package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Prices;
import dev.mulligan.benchmarks.lab.Contender;
import dev.mulligan.benchmarks.lab.Lab;
import dev.mulligan.benchmarks.lab.RuleFile;
import dev.mulligan.benchmarks.report.Findings;
import dev.mulligan.benchmarks.report.Target;
import dev.mulligan.benchmarks.report.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures a successful call through a closed circuit breaker, of woven code and of other
 * libraries.
 */
public final class BreakerSuite {

  private static final String BARE = "bare method";
  private static final String WOVEN = "woven with a circuit breaker";
  private static final String PEER = "Resilience4j, circuit breaker";

  private static final String EXPLANATION =
      """
      One method, called without a failure through a circuit breaker with a window of the last 20
      calls. Failsafe and Resilience4j box the argument or the result. *Inlined* and *called* as
      above.""";

  private final Lab lab;
  private final FormFigures figures;

  public BreakerSuite(Lab lab) {
    this.lab = lab;
    this.figures = new FormFigures(lab, Prices.class, "price");
  }

  public Findings run() throws IOException, RunnerException {
    figures.measure(this::contenders, BARE);
    return new Findings(
        "Happy path, circuit breaker", EXPLANATION, figures.list(), figures.targets(this::targets));
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
    return FormFigures.contender(name, benchmark, form, arguments);
  }

  private List<Target> targets(String jdk, Form form) {
    return List.of(
        new Target(
            jdk,
            WOVEN + ", " + form.name() + ", beside " + PEER,
            Unit.NANOSECONDS,
            figures.time(jdk, WOVEN, form),
            figures.time(jdk, PEER, form)),
        figures.noBytes(jdk, WOVEN, form));
  }
}
