package dev.mulligan.benchmarks;

import dev.mulligan.benchmarks.lab.Effort;
import dev.mulligan.benchmarks.lab.InstalledJdks;
import dev.mulligan.benchmarks.lab.Jdk;
import dev.mulligan.benchmarks.lab.Lab;
import dev.mulligan.benchmarks.lab.Machine;
import dev.mulligan.benchmarks.report.Findings;
import dev.mulligan.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main class: runs the benchmarks, prints the tables, and writes them to the given files. */
@Command(
    name = "java -jar benchmarks.jar",
    description = "What Mulligan costs, beside its peers, from one run.",
    mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {

  @Parameters(
      paramLabel = "SUITE",
      description = "${COMPLETION-CANDIDATES}; all of them when none is named")
  private List<Suite> suites = List.of(Suite.values());

  @Option(names = "--quick", description = "about two minutes, and figures to match")
  private boolean quick;

  @Option(names = "--smoke", hidden = true, description = "only to see that everything runs")
  private boolean smoke;

  @Option(
      names = "--jdk",
      paramLabel = "HOME",
      description = "a JDK to measure on, repeatable; JDK 17 and 25 where they are found")
  private List<Path> homes = List.of();

  @Option(names = "--json", paramLabel = "FILE", description = "writes every value measured")
  private @Nullable Path json;

  public static void main(String[] arguments) {
    // Ignores JMH's lock: another JMH on this machine would disturb, but the user decides that.
    System.setProperty("jmh.ignoreLock", "true");
    System.exit(new CommandLine(new Benchmarks()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Lab lab = Lab.around(Benchmarks.class, jdks(), effort());
    List<String> circumstances = circumstances(lab);
    List<Findings> findings = new ArrayList<>();
    for (Suite suite : suites) {
      findings.add(suite.run(lab));
    }
    Report report = new Report(circumstances, findings);
    System.out.println(report.text());
    if (json != null) {
      Files.writeString(json, report.json());
    }
    return CommandLine.ExitCode.OK;
  }

  private List<Jdk> jdks() throws IOException {
    if (homes.isEmpty()) {
      return InstalledJdks.find();
    }
    List<Jdk> jdks = new ArrayList<>();
    for (Path home : homes) {
      jdks.add(Jdk.at(home));
    }
    return jdks;
  }

  private Effort effort() {
    if (smoke) {
      return Effort.SMOKE;
    }
    return quick ? Effort.QUICK : Effort.FULL;
  }

  private static List<String> circumstances(Lab lab) throws IOException {
    List<String> lines = new ArrayList<>(List.of(Machine.describe()));
    lab.jdks().forEach(jdk -> lines.add("JDK " + jdk));
    lines.add(lab.effort().toString());
    return lines;
  }
}
