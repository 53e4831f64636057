package dev.mulligan.benchmarks.transformer;

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

/** Measures the real agent's transformer on classes that no rule can match. */
public final class TransformerSuite {

  private static final String EMPTY = "empty transformer";
  private static final List<Integer> RULES = List.of(1, 1_000);

  private static final String MEAN = "mean: ns";
  private static final String EXPLANATION =
      """
      The time per class that no rule can match, over %,d library classes; one rule of each file
      matches another class. *First pass*: each class once, in a new JVM that has compiled nothing
      yet, as at start-up. *99 %%*: of single classes, including the clock's own cost of 20 to 40
      ns."""
          .formatted(Corpus.SIZE);

  private final Lab lab;
  private final Figures figures = new Figures();

  public TransformerSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, RunnerException {
    Forks forks = new Forks(lab);
    for (Forks.Series series : forks.measure(contenders("all"), Mode.AverageTime)) {
      add(series, MEAN, Unit.NANOSECONDS, series.times());
      add(series, "mean: B", Unit.BYTES, series.bytes());
    }
    for (Forks.Series series : forks.measure(contenders("one"), Mode.SampleTime)) {
      add(series, "99 %: ns", Unit.NANOSECONDS, series.times(99));
    }
    for (Forks.Series series : forks.measure(contenders("all"), Mode.SingleShotTime)) {
      add(series, "first pass: ns", Unit.NANOSECONDS, series.times());
    }
    return new Findings("Transformer", EXPLANATION, figures.list(), targets());
  }

  private List<Contender> contenders(String method) throws IOException {
    String benchmark = ClassesThatCannotMatch.class.getName() + "." + method;
    String corpus = "-D" + ClassesThatCannotMatch.JAR + "=" + lab.benchmarks();
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender(EMPTY, benchmark, List.of(corpus)));
    for (int rules : RULES) {
      contenders.add(new Contender(name(rules), benchmark, List.of(corpus, agent(rules))));
    }
    return contenders;
  }

  private String agent(int rules) throws IOException {
    Path file = lab.work().resolve("prices-of-" + rules + ".yaml");
    RuleFile.matching(file, Prices.METHOD, rules);
    return "-javaagent:%s=%s=%s".formatted(lab.benchmarks(), lab.mulligan(), file);
  }

  private static String name(int rules) {
    return "Mulligan, %,d rule%s".formatted(rules, rules == 1 ? "" : "s");
  }

  private void add(Forks.Series series, String metric, Unit unit, List<Double> values) {
    figures.add(
        new Figure(
            series.jdk().version(), series.contender().name(), metric, unit, new Sample(values)));
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (Jdk jdk : lab.jdks()) {
      for (int rules : RULES) {
        targets.add(
            new Target(
                jdk.version(),
                "transformer per class, " + name(rules),
                Unit.NANOSECONDS,
                figures.median(jdk.version(), name(rules), MEAN),
                1_000));
      }
    }
    return targets;
  }
}
