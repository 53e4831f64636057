package dev.mulligan.benchmarks.happypath;

import dev.mulligan.benchmarks.lab.Contender;
import dev.mulligan.benchmarks.lab.Forks;
import dev.mulligan.benchmarks.lab.Jdk;
import dev.mulligan.benchmarks.lab.Lab;
import dev.mulligan.benchmarks.report.Figure;
import dev.mulligan.benchmarks.report.Figures;
import dev.mulligan.benchmarks.report.Sample;
import dev.mulligan.benchmarks.report.Target;
import dev.mulligan.benchmarks.report.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;

/** Measures time and allocation of successful calls of the contenders, in every {@link Form}. */
final class FormFigures {

  /** JMH itself allocates sometimes: one object in more than a hundred calls does not count. */
  private static final double NO_BYTES = 0.1;

  private final Lab lab;
  private final List<Form> forms;
  private final Figures figures = new Figures();

  /** The contenders to measure in a form. */
  interface Contenders {
    List<Contender> in(Form form) throws IOException;
  }

  /** Checks the targets for the figures of one JDK in one form. */
  interface Targets {
    List<Target> in(String jdk, Form form);
  }

  /**
   * @param type the class of the measured method
   */
  FormFigures(Lab lab, Class<?> type, String method) {
    this.lab = lab;
    this.forms = Form.of(type, method);
  }

  /**
   * @param benchmark the class with the method {@code call}
   */
  static Contender contender(String name, Class<?> benchmark, Form form, String... arguments) {
    List<String> all = new ArrayList<>(form.jvmArguments());
    all.addAll(List.of(arguments));
    return new Contender(name, benchmark.getName() + ".call", all);
  }

  /**
   * @param bare the contender that the others are compared with
   */
  void measure(Contenders contenders, String bare) throws IOException, RunnerException {
    for (Form form : forms) {
      for (Forks.Series series : new Forks(lab).measure(contenders.in(form), Mode.AverageTime)) {
        String jdk = series.jdk().version();
        String name = series.contender().name();
        figures.add(
            new Figure(jdk, name, form.time(), Unit.NANOSECONDS, new Sample(series.times())));
        figures.add(new Figure(jdk, name, form.bytes(), Unit.BYTES, new Sample(series.bytes())));
      }
      figures.addRatios(form.time(), bare, form.ratio());
    }
  }

  List<Figure> list() {
    return figures.list();
  }

  List<Target> targets(Targets wanted) {
    List<Target> all = new ArrayList<>();
    for (Jdk jdk : lab.jdks()) {
      for (Form form : forms) {
        all.addAll(wanted.in(jdk.version(), form));
      }
    }
    return all;
  }

  /** The median time of a call in nanoseconds. */
  double time(String jdk, String contender, Form form) {
    return figures.median(jdk, contender, form.time());
  }

  /** The target that a contender allocates nothing. */
  Target noBytes(String jdk, String contender, Form form) {
    return new Target(
        jdk,
        contender + ", " + form.name() + ", allocated",
        Unit.BYTES,
        figures.median(jdk, contender, form.bytes()),
        NO_BYTES);
  }

  /** The target that a contender takes at most a given time longer than another. */
  Target added(String jdk, String contender, String bare, Form form, double nanoseconds) {
    return new Target(
        jdk,
        contender + ", " + form.name() + " − bare",
        Unit.NANOSECONDS,
        time(jdk, contender, form) - time(jdk, bare, form),
        nanoseconds);
  }
}
