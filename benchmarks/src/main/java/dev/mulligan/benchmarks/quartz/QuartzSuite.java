package dev.mulligan.benchmarks.quartz;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a Quartz scheduler under {@code pack:quartz} with the same scheduler without the agent.
 */
public final class QuartzSuite {

  private static final String NO_AGENT = "no agent";
  private static final String WOVEN = "Mulligan, pack:quartz";

  private static final String FLOODED = "all due at once: jobs a second";
  private static final String PACED = "1,000 a second: jobs a second";
  private static final String CPU = "1,000 a second: CPU µs a job";
  private static final String FLOODED_RATIO = "all due at once: of the throughput without";
  private static final String PACED_RATIO = "1,000 a second: of the throughput without";

  /** A throughput of 0.97. */
  private static final double MOST_TIME = 1 / 0.97;

  private final Lab lab;
  private final Figures figures = new Figures();
  private final List<Target> targets = new ArrayList<>();

  public QuartzSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, InterruptedException {
    String agent =
        "-javaagent:"
            + lab.mulligan()
            + "="
            + RuleFile.including(lab.work().resolve("quartz.yaml"), "quartz", "quartz-jobs");
    for (Jdk jdk : lab.jdks()) {
      lab.say("  Quartz on JDK %s".formatted(jdk.version()));
      flood(jdk, agent);
      pace(jdk, agent);
    }
    figures.addRatios(FLOODED, NO_AGENT, FLOODED_RATIO);
    figures.addRatios(PACED, NO_AGENT, PACED_RATIO);
    lab.jdks().forEach(this::promise);
    return new Findings("Quartz", explanation(), figures.list(), targets);
  }

  private String explanation() {
    return """
        A scheduler with 1,000 jobs in memory and ten threads; each job ends at once. *All due at
        once*: %,d triggers, as fast as the scheduler can run them, after a warm-up of the same
        number. *1,000 a second*: each job once per second, for %d s. One process for each figure,
        alternating with and without the agent."""
        .formatted(lab.effort().jobs(), lab.effort().storm().toSeconds());
  }

  private void flood(Jdk jdk, String agent) throws IOException, InterruptedException {
    List<Double> bare = new ArrayList<>();
    List<Double> woven = new ArrayList<>();
    for (int round = 0; round < lab.effort().rounds() + 2; round++) {
      bare.add(measure(jdk, List.of(), "flood", lab.effort().jobs()).get(0));
      woven.add(measure(jdk, List.of(agent), "flood", lab.effort().jobs()).get(0));
    }
    add(jdk, NO_AGENT, FLOODED, Unit.COUNT, bare);
    add(jdk, WOVEN, FLOODED, Unit.COUNT, woven);
  }

  private void pace(Jdk jdk, String agent) throws IOException, InterruptedException {
    int seconds = (int) lab.effort().storm().toSeconds();
    paced(jdk, NO_AGENT, measure(jdk, List.of(), "pace", seconds));
    paced(jdk, WOVEN, measure(jdk, List.of(agent), "pace", seconds));
  }

  private void paced(Jdk jdk, String contender, List<Double> measured) {
    add(jdk, contender, PACED, Unit.COUNT, measured.subList(0, 1));
    add(jdk, contender, CPU, Unit.MICROSECONDS, measured.subList(1, 2));
  }

  private void promise(Jdk jdk) {
    String version = jdk.version();
    promise(version, "time of a job under pack:quartz, all due at once", FLOODED_RATIO);
    promise(version, "time of a job under pack:quartz, 1,000 a second", PACED_RATIO);
  }

  private void promise(String version, String what, String throughput) {
    double time = 1 / figures.median(version, WOVEN, throughput);
    targets.add(new Target(version, what, Unit.RATIO, time, MOST_TIME));
  }

  private List<Double> measure(Jdk jdk, List<String> options, String how, int size)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(options);
    command.addAll(List.of("-cp", lab.benchmarks().toString(), ScheduledJobs.class.getName()));
    command.addAll(List.of(how, String.valueOf(size), String.valueOf(!options.isEmpty())));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || output.isBlank()) {
      throw new IOException("a scheduler failed: " + String.join(" ", command));
    }
    List<Double> measured = new ArrayList<>();
    for (String number : output.strip().split(" ", -1)) {
      measured.add(Double.parseDouble(number));
    }
    return measured;
  }

  private void add(Jdk jdk, String contender, String metric, Unit unit, List<Double> values) {
    figures.add(new Figure(jdk.version(), contender, metric, unit, new Sample(values)));
  }
}
