package dev.mulligan.benchmarks.notify;

import com.acme.shop.Receipts;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the cost of a failure with a notification, and of many such failures. */
public final class NotifySuite {

  private static final String SILENT = "Mulligan, notify off";
  private static final String MEMORY = "Mulligan, each told, in memory";
  private static final String OUTBOX = "Mulligan, each told, outbox";
  private static final String BACKLOG = "Mulligan, what a killed process left";
  private static final String GROUPED = "Mulligan, the default grouping and cap";

  private static final String CALL = "median of a call that fails, ns";
  private static final String SENT = "sent in, ms";
  private static final String PEAK = "peak heap, bytes";
  private static final String TIME = "time of the calls, ms";
  private static final String MESSAGES = "messages";
  private static final String MISSED = "failures not told of";

  private static final double HAND_OVER_NANOS = 50_000;
  private static final double BACKLOG_MILLIS = 10_000;
  private static final double BACKLOG_HEAP = 64 * 1024 * 1024;
  private static final double MOST_LOSS = 1.05;
  private static final int CAP = 20;
  private static final long PATIENCE_SECONDS = 120;

  private final Lab lab;
  private final Figures figures = new Figures();
  private final List<Target> targets = new ArrayList<>();

  public NotifySuite(Lab lab) {
    this.lab = lab;
  }

  public Findings run() throws IOException, InterruptedException {
    for (Jdk jdk : lab.jdks()) {
      lab.say("  notifications on JDK %s".formatted(jdk.version()));
      handOver(jdk);
      backlog(jdk);
      storm(jdk);
    }
    return new Findings("Notifications", explanation(), figures.list(), targets);
  }

  private String explanation() {
    return """
        A method that fails, in %,d calls 0.1 ms apart, of which half are warm-up: without
        notifications, with a notification of each failure from memory, and with one from the
        outbox on disk. Then a process with %,d pending notifications is killed, and the next
        process, with a heap of 64 MB, sends them to a local server. Then %,d failures of one kind
        on two threads, as fast as possible, with the default grouping and storm cap; the time is
        that of the second half."""
        .formatted(2 * lab.effort().failures(), lab.effort().backlog(), lab.effort().alike());
  }

  private void handOver(Jdk jdk) throws IOException, InterruptedException {
    int calls = lab.effort().failures();
    double silent = each(jdk, SILENT, "notify: false", "", calls);
    each(jdk, MEMORY, "notify: true", plain(""), calls);
    double outbox = each(jdk, OUTBOX, "notify: true", plain(outbox("hand-over")), calls);
    targets.add(
        new Target(
            jdk.version(),
            "handing a notification over, outbox on",
            Unit.NANOSECONDS,
            outbox - silent,
            HAND_OVER_NANOS));
  }

  private double each(Jdk jdk, String name, String onFailure, String delivery, int calls)
      throws IOException, InterruptedException {
    try (Receiver receiver = Receiver.start()) {
      Process process = start(jdk, List.of(), rules(onFailure, receiver, delivery), "each", calls);
      double nanos = answer(process);
      add(jdk, name, CALL, Unit.NANOSECONDS, nanos);
      return nanos;
    }
  }

  private void backlog(Jdk jdk) throws IOException, InterruptedException {
    int owed = lab.effort().backlog();
    try (Receiver receiver = Receiver.start()) {
      Path rules = rules("notify: true", receiver, plain(outbox("backlog-" + System.nanoTime())));
      receiver.answers(false);
      answer(start(jdk, List.of(), rules, "crash", owed));
      receiver.answers(true);
      Process next = start(jdk, List.of("-Xmx64m"), rules, "wait", 0);
      if (!receiver.awaitMessages(owed, PATIENCE_SECONDS)) {
        next.destroyForcibly();
        throw new IOException("of " + owed + " only " + receiver.messages() + " came");
      }
      next.getOutputStream().write('\n');
      next.getOutputStream().flush();
      double peak = answer(next);
      add(jdk, BACKLOG, SENT, Unit.MILLISECONDS, receiver.millis());
      add(jdk, BACKLOG, PEAK, Unit.BYTES, peak);
      String what = "%,d notifications of the outbox sent".formatted(owed);
      targets.add(
          new Target(jdk.version(), what, Unit.MILLISECONDS, receiver.millis(), BACKLOG_MILLIS));
      targets.add(new Target(jdk.version(), "peak heap meanwhile", Unit.BYTES, peak, BACKLOG_HEAP));
    }
  }

  private void storm(Jdk jdk) throws IOException, InterruptedException {
    int failures = lab.effort().alike();
    try (Receiver receiver = Receiver.start()) {
      List<Double> silent = new ArrayList<>();
      List<Double> grouped = new ArrayList<>();
      for (int round = 0; round < lab.effort().rounds() + 2; round++) {
        silent.add(millis(jdk, rules("notify: false", receiver, ""), failures));
        grouped.add(millis(jdk, rules("notify: true", receiver, ""), failures));
      }
      figures.add(new Figure(jdk.version(), SILENT, TIME, Unit.MILLISECONDS, new Sample(silent)));
      figures.add(new Figure(jdk.version(), GROUPED, TIME, Unit.MILLISECONDS, new Sample(grouped)));
      int runs = grouped.size();
      add(jdk, GROUPED, MESSAGES, Unit.COUNT, (double) receiver.messages() / runs);
      double missed = (double) failures * runs - receiver.occurrences();
      add(jdk, GROUPED, MISSED, Unit.COUNT, missed);
      promise(jdk, (double) receiver.messages() / runs, missed);
    }
  }

  private void promise(Jdk jdk, double messages, double missed) {
    double loss =
        figures.median(jdk.version(), GROUPED, TIME) / figures.median(jdk.version(), SILENT, TIME);
    String version = jdk.version();
    targets.add(
        new Target(version, "time of failures told of in groups", Unit.RATIO, loss, MOST_LOSS));
    targets.add(new Target(version, "messages of a storm", Unit.COUNT, messages, CAP));
    targets.add(new Target(version, "failures not told of", Unit.COUNT, Math.abs(missed), 0));
  }

  private double millis(Jdk jdk, Path rules, int failures)
      throws IOException, InterruptedException {
    return answer(start(jdk, List.of(), rules, "storm", failures));
  }

  private Path rules(String onFailure, Receiver receiver, String delivery) throws IOException {
    return RuleFile.telling(
        lab.work().resolve("notify.yaml"), Receipts.METHOD, onFailure, receiver.url(), delivery);
  }

  /** Every failure is sent as a notification. */
  private static String plain(String outbox) {
    return "  group: off\n  storm-cap: off\n" + outbox;
  }

  private String outbox(String name) throws IOException {
    Path folder = Files.createDirectories(lab.work().resolve("outbox-" + name));
    return "  outbox: {dir: \"" + folder.toAbsolutePath() + "\"}\n";
  }

  private Process start(Jdk jdk, List<String> options, Path rules, String task, int calls)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(options);
    command.add("-javaagent:" + lab.mulligan() + "=" + rules);
    command.addAll(List.of("-cp", lab.benchmarks().toString(), FailingCalls.class.getName()));
    command.addAll(List.of(task, String.valueOf(calls)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static double answer(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || output.isBlank()) {
      throw new IOException("a process that notifies failed: " + output);
    }
    return Double.parseDouble(output.strip());
  }

  private void add(Jdk jdk, String contender, String metric, Unit unit, double value) {
    figures.add(new Figure(jdk.version(), contender, metric, unit, Sample.of(value)));
  }
}
