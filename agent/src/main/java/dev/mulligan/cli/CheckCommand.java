package dev.mulligan.cli;

import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.attach.report.RuleProblems;
import dev.mulligan.cli.check.CheckResult;
import dev.mulligan.cli.check.ClassPath;
import dev.mulligan.cli.check.Examination;
import dev.mulligan.cli.check.MentionedClasses;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.page.CheckPage;
import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.rules.Mode;
import dev.mulligan.rules.ReadResult;
import dev.mulligan.rules.Rule;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = {
      "Shows which methods a rule file would match or refuse, and why.",
      "Without a class path it checks the rule file alone. It runs no code of the class path."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar check rules.yaml",
      "  java -jar mulligan-agent.jar check rules.yaml --classpath app.jar",
      "  java -jar mulligan-agent.jar check rules.yaml -cp target/classes 'lib/*'"
    })
final class CheckCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(index = "0", paramLabel = "RULES", description = "The rule file.")
  private Path file = Path.of("");

  @Option(
      names = {"--classpath", "--class-path", "-cp"},
      arity = "1..*",
      paramLabel = "JARS",
      description = "Jars, wars, folders of classes, or 'folder/*' for all jars in a folder.")
  private List<String> classPath = new ArrayList<>();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    ReadResult result = RuleFileReader.read(file.toFile(), Environment.ofProcess());
    CheckPage page = new CheckPage(console, output.format(), file);
    List<ReportedProblem> problems = new ArrayList<>(RuleProblems.of(result.problems()));
    if (!(result instanceof ReadResult.Accepted accepted)) {
      page.showMistakes(problems);
      return ExitStatus.WRONG_INPUT;
    }
    if (classPath.isEmpty()) {
      page.show(accepted.rules().rules(), Optional.empty(), problems);
      return ExitStatus.DONE;
    }
    CheckResult findings = examine(accepted.rules(), problems);
    page.show(accepted.rules().rules(), Optional.of(findings), problems);
    return findings.matched() == 0 ? ExitStatus.NOTHING_MATCHED : ExitStatus.DONE;
  }

  private CheckResult examine(RuleFile rules, List<ReportedProblem> problems)
      throws CommandFailure, IOException {
    List<RulePatterns> patterns =
        rules.rules().stream().filter(rule -> rule.mode() != Mode.OFF).map(Rule::patterns).toList();
    if (output.format() == Format.TEXT) {
      console.progress("Reading the class path …");
    }
    try (ClassPath classes = ClassPath.open(classPath)) {
      List<dev.mulligan.rules.source.Problem> missing =
          new MentionedClasses(classes).problems(rules.mentions());
      problems.addAll(RuleProblems.of(missing));
      return Examination.of(
          patterns,
          rule -> rule(rules, rule).strategy(),
          rule -> rule(rules, rule).pack(),
          classes);
    } catch (NoSuchFileException e) {
      throw new CommandFailure(
          ExitStatus.WRONG_INPUT,
          e.getFile() + ", which --classpath names, does not exist.",
          "A class path lists jars, folders of classes, or 'folder/*' for all jars in a folder.");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.WRONG_INPUT, "The class path cannot be read: " + e.getMessage());
    }
  }

  private static Rule rule(RuleFile rules, String name) {
    return rules.rules().stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
