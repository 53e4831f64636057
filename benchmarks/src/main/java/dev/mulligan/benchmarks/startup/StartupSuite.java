package dev.mulligan.benchmarks.startup;

import com.acme.shop.Hello;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the start of a hello-world, repeatedly and in turn for each variant. */
public final class StartupSuite {

  private static final String NO_AGENT = "no agent";
  private static final String EMPTY = "empty agent";
  private static final String NONE = "Mulligan, 200 rules, none matches";
  private static final String ONE = "Mulligan, one class matches";
  private static final String BYTEMAN = "Byteman, one rule";

  private static final String TIME = "wall: ms";
  private static final String ADDED = "added: ms";
  private static final String EXPLANATION =
      """
      A hello-world jar, from the start of the process to its end: the median, with the lowest and
      the highest value in brackets. *Parsed* classes are those that were not loaded from the JVM's
      archive.""";

  private static final String BYTEMAN_RULE =
      """
      RULE no failure
      CLASS com.acme.shop.Hello
      METHOD greeting
      AT ENTRY
      IF true
      DO com.acme.shop.Hello.failures = 0
      ENDRULE
      """;

  private final Lab lab;
  private final Figures figures = new Figures();

  public StartupSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, InterruptedException {
    List<Start> starts = starts();
    for (Jdk jdk : lab.jdks()) {
      lab.say("  starts on JDK " + jdk.version());
      for (Start start : starts) {
        start.verify(jdk);
      }
      measureTimes(starts, jdk);
      countClasses(starts, jdk);
    }
    compare(starts);
    return new Findings("Start-up", EXPLANATION, figures.list(), targets());
  }

  private List<Start> starts() throws IOException {
    Path work = lab.work();
    Path hello = SmallJar.runnable(work.resolve("hello.jar"), Hello.class);
    Path empty = SmallJar.agent(work.resolve("empty-agent.jar"), EmptyAgent.class);
    Path none = RuleFile.matchingNothing(work.resolve("none-of-200.yaml"), 200);
    Path one = RuleFile.matching(work.resolve("hello.yaml"), Hello.METHOD);
    Path script = Files.writeString(work.resolve("hello.btm"), BYTEMAN_RULE);
    return List.of(
        new Start(NO_AGENT, false, hello, List.of()),
        new Start(EMPTY, false, hello, List.of("-javaagent:" + empty)),
        new Start(NONE, false, hello, List.of(mulligan(none))),
        new Start(ONE, true, hello, List.of(mulligan(one))),
        new Start(
            BYTEMAN, true, hello, List.of("-javaagent:" + lab.byteman() + "=script:" + script)));
  }

  private String mulligan(Path rules) {
    return "-javaagent:" + lab.mulligan() + "=" + rules;
  }

  private void measureTimes(List<Start> starts, Jdk jdk) throws IOException, InterruptedException {
    List<List<Double>> times = new ArrayList<>();
    starts.forEach(start -> times.add(new ArrayList<>()));
    int warmUp = lab.effort().warmUpStarts();
    for (int round = -warmUp; round < lab.effort().starts(); round++) {
      for (int i = 0; i < starts.size(); i++) {
        double time = starts.get(i).time(jdk);
        if (round >= 0) {
          times.get(i).add(time);
        }
      }
    }
    for (int i = 0; i < starts.size(); i++) {
      add(jdk, starts.get(i), TIME, Unit.MILLISECONDS, new Sample(times.get(i)));
    }
  }

  private void countClasses(List<Start> starts, Jdk jdk) throws IOException, InterruptedException {
    for (Start start : starts) {
      LoadedClasses classes = start.loadedClasses(jdk, lab.work().resolve("classes.log"));
      add(jdk, start, "classes loaded", Unit.CLASSES, Sample.of(classes.all()));
      add(jdk, start, "of them parsed", Unit.CLASSES, Sample.of(classes.parsed()));
    }
  }

  private void compare(List<Start> starts) {
    for (Jdk jdk : lab.jdks()) {
      for (Start start : starts) {
        double added = time(jdk, start.name()) - time(jdk, NO_AGENT);
        add(jdk, start, ADDED, Unit.MILLISECONDS, Sample.of(added));
      }
    }
    figures.addRatios(TIME, EMPTY, "× empty agent");
    figures.addRatios(ADDED, BYTEMAN, "added × Byteman");
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (Jdk jdk : lab.jdks()) {
      targets.add(
          new Target(
              jdk.version(),
              "start, 200 rules and none matching ÷ empty agent",
              Unit.RATIO,
              time(jdk, NONE) / time(jdk, EMPTY),
              1.6));
      targets.add(
          new Target(
              jdk.version(),
              "time added, one class matching ÷ Byteman",
              Unit.RATIO,
              (time(jdk, ONE) - time(jdk, NO_AGENT)) / (time(jdk, BYTEMAN) - time(jdk, NO_AGENT)),
              3));
    }
    return targets;
  }

  private double time(Jdk jdk, String name) {
    return figures.median(jdk.version(), name, TIME);
  }

  private void add(Jdk jdk, Start start, String metric, Unit unit, Sample sample) {
    figures.add(new Figure(jdk.version(), start.name(), metric, unit, sample));
  }
}
