package dev.mulligan.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void showsTheMedianWithItsSpreadAndTheRatioOfOneRun() {
    Figures figures = new Figures();
    figures.add(time("bare", 1.0, 1.1, 0.9));
    figures.add(time("peer", 240, 230, 260));
    figures.addRatios("ns", "bare", "× bare");

    assertThat(text(figures, List.of()))
        .contains("|      | ns               | × bare |")
        .contains("| bare | 1.00 (0.90–1.10) | 1.00   |")
        .contains("| peer | 240 (230–260)    | 240    |");
  }

  @Test
  void saysWhichTargetIsMissed() {
    String text =
        text(
            new Figures(),
            List.of(
                new Target("17", "kept", Unit.RATIO, 1.6, 1.6),
                new Target("17", "broken", Unit.BYTES, 432, 0)));

    assertThat(text)
        .contains("| kept   | 17  | 1.60 ×   | 1.60 ×  | met    |")
        .contains("| broken | 17  | 432 B    | 0.00 B  | MISSED |");
  }

  @Test
  void writesEveryValueToJson() {
    Figures figures = new Figures();
    figures.add(time("bare", 1.0, 1.1, 0.9));

    assertThat(report(figures, List.of()).json().replaceAll("\\s", "")).contains("[0.9,1.0,1.1]");
  }

  private static Figure time(String contender, double... values) {
    Sample sample = new Sample(DoubleStream.of(values).boxed().toList());
    return new Figure("17", contender, "ns", Unit.NANOSECONDS, sample);
  }

  private static String text(Figures figures, List<Target> targets) {
    return report(figures, targets).text();
  }

  private static Report report(Figures figures, List<Target> targets) {
    return new Report(List.of(), List.of(new Findings("Suite", "", figures.list(), targets)));
  }
}
