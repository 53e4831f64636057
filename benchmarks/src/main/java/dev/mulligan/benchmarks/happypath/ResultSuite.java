package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Stock;
import dev.mulligan.benchmarks.lab.Contender;
import dev.mulligan.benchmarks.lab.Lab;
import dev.mulligan.benchmarks.lab.RuleFile;
import dev.mulligan.benchmarks.report.Findings;
import dev.mulligan.benchmarks.report.Target;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures a call that returns an object: plain, woven with conditions on results, and through
 * other libraries.
 */
public final class ResultSuite {

  private static final String BARE = "bare method, returns an object";
  private static final String WOVEN_NULL = "woven, is: null";
  private static final String WOVEN_PROPERTY = "woven, statusCode in [429, 500..599]";
  private static final double MOST_NANOSECONDS = 3;

  private static final String EXPLANATION =
      """
      One method that returns a small record, called without a failure, with a condition on the
      result: that it is null, or a property of the record. The peers test both with a Java
      predicate. *Inlined* and *called* as above.""";

  private final Lab lab;
  private final FormFigures figures;

  public ResultSuite(Lab lab) {
    this.lab = lab;
    this.figures = new FormFigures(lab, Stock.class, "ask");
  }

  public Findings run() throws IOException, RunnerException {
    figures.measure(this::contenders, BARE);
    return new Findings(
        "Happy path, results judged", EXPLANATION, figures.list(), figures.targets(this::targets));
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
    return FormFigures.contender(name, benchmark, form, arguments);
  }

  private List<Target> targets(String jdk, Form form) {
    return Stream.of(WOVEN_NULL, WOVEN_PROPERTY)
        .flatMap(
            woven ->
                Stream.of(
                    figures.added(jdk, woven, BARE, form, MOST_NANOSECONDS),
                    figures.noBytes(jdk, woven, form)))
        .toList();
  }
}
