package dev.mulligan.benchmarks.failurepath;

import com.acme.shop.Warehouse;
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

/**
 * Measures time and allocation of a failing attempt: of a loop by hand, of woven code, and of other
 * libraries.
 */
public final class FailurePathSuite {

  private static final String LOOP = "loop by hand";
  private static final String WOVEN = "woven by Mulligan";
  private static final List<String> PEERS =
      List.of("Failsafe", "Resilience4j", "Spring Retry, template", "Spring Retry, proxy");

  private static final String EXPLANATION =
      """
      One method, three attempts, no delay. The figures are per failed attempt: the whole call
      divided by the number of failed attempts. *Recovers*: the third attempt succeeds.
      *Exhausted*: no attempt succeeds. The exception has no stack trace. Every figure includes the
      exception and JMH's loop; the hand-written loop shows their cost. Mulligan's log is off and
      it sends no notifications, just as the peers have no event listeners. It has no retry budget,
      which would soon stop the retries.""";

  private static final List<Course> COURSES =
      List.of(
          new Course("recovers", FailurePath.ATTEMPTS - 1),
          new Course("exhausted", FailurePath.ATTEMPTS));

  /**
   * The course of a call.
   *
   * @param name the benchmark's method
   * @param failures the number of failed attempts of a call
   */
  private record Course(String name, int failures) {

    String time() {
      return name + ": ns";
    }

    String bytes() {
      return name + ": B";
    }
  }

  private final Lab lab;
  private final Figures figures = new Figures();

  public FailurePathSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, RunnerException {
    for (Course course : COURSES) {
      for (Forks.Series series : new Forks(lab).measure(contenders(course), Mode.AverageTime)) {
        add(series, course);
      }
    }
    return new Findings("Failure path", EXPLANATION, figures.list(), targets());
  }

  private List<Contender> contenders(Course course) throws IOException {
    Path rules = RuleFile.failing(lab.work().resolve("warehouse.yaml"), Warehouse.METHOD);
    return List.of(
        contender(LOOP, LoopFailure.class, course),
        contender(WOVEN, WovenFailure.class, course, "-javaagent:" + lab.mulligan() + "=" + rules),
        contender(PEERS.get(0), FailsafeFailure.class, course),
        contender(PEERS.get(1), Resilience4jFailure.class, course),
        contender(PEERS.get(2), SpringTemplateFailure.class, course),
        contender(PEERS.get(3), SpringProxyFailure.class, course));
  }

  private static Contender contender(
      String name, Class<? extends FailurePath> benchmark, Course course, String... arguments) {
    return new Contender(name, benchmark.getName() + "." + course.name(), List.of(arguments));
  }

  private void add(Forks.Series series, Course course) {
    String jdk = series.jdk().version();
    String name = series.contender().name();
    figures.add(
        new Figure(jdk, name, course.time(), Unit.NANOSECONDS, perFailure(series.times(), course)));
    figures.add(
        new Figure(jdk, name, course.bytes(), Unit.BYTES, perFailure(series.bytes(), course)));
  }

  private static Sample perFailure(List<Double> perCall, Course course) {
    return new Sample(perCall.stream().map(value -> value / course.failures()).toList());
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (Jdk jdk : lab.jdks()) {
      for (Course course : COURSES) {
        targets.add(target(jdk, course, course.time(), Unit.NANOSECONDS));
        targets.add(target(jdk, course, course.bytes(), Unit.BYTES));
      }
    }
    return targets;
  }

  private Target target(Jdk jdk, Course course, String metric, Unit unit) {
    double best =
        PEERS.stream()
            .mapToDouble(peer -> figures.median(jdk.version(), peer, metric))
            .min()
            .orElseThrow();
    return new Target(
        jdk.version(),
        "woven, per failed attempt, " + course.name() + ", against the best peer",
        unit,
        figures.median(jdk.version(), WOVEN, metric),
        best);
  }
}
