package dev.mulligan.benchmarks.redact;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;

/** Shows that the time of the redaction grows with the length of the text, and not faster. */
public final class RedactSuite {

  private static final String SHORT = "10 KB";

  private static final String LONG = "100 KB";

  /** Characters, by the column's title. */
  private static final Map<String, Integer> LENGTHS = new LinkedHashMap<>();

  static {
    LENGTHS.put("1 KB", 1_000);
    LENGTHS.put(SHORT, 10_000);
    LENGTHS.put(LONG, 100_000);
    LENGTHS.put("1 MB", 1_000_000);
  }

  /** Ten times the text; twice that time is left for caches and the machine's noise. */
  private static final double MOST_GROWTH = 20;

  private static final String EXPLANATION =
      """
      The time to redact a text with the built-in shapes: a stack trace, and texts in which a
      search that starts over at each place would take quadratic time. A text of more than 100,000
      characters is cut first.""";

  private final Lab lab;
  private final Figures figures = new Figures();

  public RedactSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws RunnerException {
    for (String length : LENGTHS.keySet()) {
      for (Forks.Series series : new Forks(lab).measure(contenders(length), Mode.AverageTime)) {
        String metric = length + ": µs";
        List<Double> micros = series.times().stream().map(nanos -> nanos / 1_000).toList();
        figures.add(
            new Figure(
                series.jdk().version(),
                series.contender().name(),
                metric,
                Unit.MICROSECONDS,
                new Sample(micros)));
      }
    }
    return new Findings("Redaction", EXPLANATION, figures.list(), targets());
  }

  private static List<Contender> contenders(String length) {
    List<Contender> contenders = new ArrayList<>();
    for (Text text : Text.values()) {
      contenders.add(
          new Contender(
              text.toString(),
              Redaction.class.getName() + ".redact",
              List.of(
                  "-D" + Redaction.TEXT + "=" + text.name(),
                  "-D" + Redaction.LENGTH + "=" + LENGTHS.get(length))));
    }
    return contenders;
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (Jdk jdk : lab.jdks()) {
      for (Text text : Text.values()) {
        double growth =
            figures.median(jdk.version(), text.toString(), LONG + ": µs")
                / figures.median(jdk.version(), text.toString(), SHORT + ": µs");
        targets.add(
            new Target(
                jdk.version(),
                "redaction, " + text + ", 100 KB ÷ 10 KB",
                Unit.RATIO,
                growth,
                MOST_GROWTH));
      }
    }
    return targets;
  }
}
