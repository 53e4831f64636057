package dev.mulligan.benchmarks.async;

import com.acme.shop.Parcels;
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

/** Measures the memory and threads of many asynchronous calls that wait at the same time. */
public final class AsyncSuite {

  private static final String BARE = "failed future, not retried";
  private static final String WOVEN = "Mulligan, waiting";
  private static final String FAILSAFE = "Failsafe, getStageAsync, waiting";

  private static final String THREADS = "more threads";
  private static final String BYTES = "bytes per call";

  private final Lab lab;
  private final Figures figures = new Figures();

  public AsyncSuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, InterruptedException {
    int calls = lab.effort().waitingCalls();
    String agent =
        "-javaagent:"
            + lab.mulligan()
            + "="
            + RuleFile.waiting(lab.work().resolve("waiting.yaml"), Parcels.METHOD);
    for (Jdk jdk : lab.jdks()) {
      measure(jdk, BARE, List.of(), "plain", calls);
      measure(jdk, WOVEN, List.of(agent), "plain", calls);
      measure(jdk, FAILSAFE, List.of(), "failsafe", calls);
    }
    return new Findings(
        "Asynchronous calls that wait",
        explanation(calls),
        figures.list(),
        lab.jdks().stream().map(this::target).toList());
  }

  private static String explanation(int calls) {
    return """
        %,d calls of a method that returns a failed `CompletableFuture`; each waits ten minutes for
        its second attempt. The figure is the heap in use after a collection, divided by the calls.
        It includes what the caller holds and the application's exception; the first line shows
        their share."""
        .formatted(calls);
  }

  private void measure(Jdk jdk, String name, List<String> options, String mode, int calls)
      throws IOException, InterruptedException {
    lab.say("  %s on JDK %s".formatted(name, jdk.version()));
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.addAll(List.of("-cp", lab.benchmarks().toString(), WaitingCalls.class.getName()));
    command.addAll(List.of(mode, String.valueOf(calls)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String[] counted = output.strip().split(" ", -1);
    if (process.waitFor() != 0 || counted.length != 2) {
      throw new IOException(name + " on JDK " + jdk + " failed: " + output);
    }
    add(jdk, name, THREADS, Unit.COUNT, Double.parseDouble(counted[0]));
    add(jdk, name, BYTES, Unit.BYTES, Double.parseDouble(counted[1]));
  }

  private void add(Jdk jdk, String contender, String metric, Unit unit, double value) {
    figures.add(new Figure(jdk.version(), contender, metric, unit, Sample.of(value)));
  }

  private Target target(Jdk jdk) {
    return new Target(
        jdk.version(),
        "bytes per waiting call, beside Failsafe's",
        Unit.BYTES,
        figures.median(jdk.version(), WOVEN, BYTES),
        figures.median(jdk.version(), FAILSAFE, BYTES));
  }
}
