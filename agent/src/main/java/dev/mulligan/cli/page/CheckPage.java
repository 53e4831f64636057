package dev.mulligan.cli.page;

import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.cli.check.CheckResult;
import dev.mulligan.cli.check.CheckResult.Absent;
import dev.mulligan.cli.check.CheckResult.Matched;
import dev.mulligan.cli.check.CheckResult.OfRule;
import dev.mulligan.cli.check.CheckResult.Refused;
import dev.mulligan.cli.check.CheckResult.Taken;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.console.Style;
import dev.mulligan.rules.Mode;
import dev.mulligan.rules.Rule;
import dev.mulligan.text.Phrases;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints the result of a check. */
public final class CheckPage {

  private final Console console;
  private final Format format;
  private final Path file;

  public CheckPage(Console console, Format format, Path file) {
    this.console = console;
    this.format = format;
    this.file = file;
  }

  private record Report(
      String outcome,
      String file,
      List<ReportedProblem> problems,
      Optional<CheckResult> findings) {}

  public void showMistakes(List<ReportedProblem> problems) {
    if (format == Format.JSON) {
      console.json(new Report("refused", file.toString(), problems, Optional.empty()));
      return;
    }
    new FailurePage(console).show(problems);
    long mistakes =
        problems.stream()
            .filter(problem -> problem.severity() == ReportedProblem.Severity.ERROR)
            .count();
    console.blankLine();
    console.line(
        console.styled(Style.BAD, Phrases.count(mistakes, "mistake") + " in " + file + "."));
  }

  public void show(
      List<Rule> rules, Optional<CheckResult> findings, List<ReportedProblem> problems) {
    if (format == Format.JSON) {
      console.json(new Report("done", file.toString(), problems, findings));
      return;
    }
    new FailurePage(console).show(problems);
    console.line(
        console.styled(Style.GOOD, file + ": no mistakes, " + Phrases.count(rules.size(), "rule"))
            + findings.map(CheckPage::summary).orElse("."));
    if (findings.isEmpty()) {
      rules.forEach(rule -> console.line("  " + title(rule)));
      console.line("To see what the rules match in an application, add --classpath app.jar");
      return;
    }
    for (Rule rule : rules) {
      Optional<OfRule> found = findings.get().of(rule.name());
      if (rule.pack().isEmpty() || found.filter(OfRule::isEmpty).isEmpty()) {
        console.blankLine();
        console.line(title(rule));
        found.ifPresent(this::show);
      }
    }
    show(findings.get().absent());
    findings.get().unreadable().forEach(problem -> console.warning("unreadable class: " + problem));
  }

  /** Prints absent libraries in a faint style: no application has all the libraries of a pack. */
  private void show(List<Absent> absent) {
    if (!absent.isEmpty()) {
      console.blankLine();
    }
    for (Absent of : absent) {
      console.line(
          console.styled(
              Style.FAINT,
              of.pack() + ": not on this class path: " + String.join(", ", of.libraries())));
    }
  }

  private static String summary(CheckResult findings) {
    return "; "
        + Phrases.count(findings.matched(), "method")
        + " matched among "
        + Phrases.count(findings.classes(), "class", "classes")
        + ".";
  }

  private String title(Rule rule) {
    String mode = rule.mode() == Mode.RETRY ? "" : ", " + rule.mode().word();
    return console.styled(Style.HEADING, rule.name())
        + console.styled(Style.FAINT, " (" + rule.strategy().name() + mode + ")");
  }

  private void show(OfRule rule) {
    rule.matched().forEach(this::show);
    rule.refused().forEach(this::show);
    rule.taken().forEach(this::show);
    rule.unused()
        .forEach(reason -> console.line(console.styled(Style.BAD, "  matches nothing: ") + reason));
  }

  private void show(Matched method) {
    console.line(
        "  "
            + console.styled(Style.GOOD, method.method())
            + origin(method.origin())
            + method.receiver().map(type -> ", for objects of " + type).orElse(""));
    method.warnings().forEach(warning -> reason(Style.NOTE, "note: ", warning));
  }

  private void show(Refused method) {
    console.line(
        "  " + console.styled(Style.BAD, "refused ") + method.method() + origin(method.origin()));
    reason(Style.PLAIN, "", method.reason());
  }

  private void show(Taken method) {
    console.line("  " + console.styled(Style.NOTE, "skipped ") + method.method());
    reason(Style.PLAIN, "", "rule '" + method.by() + "' comes first and retries it");
  }

  private String origin(String origin) {
    return console.styled(Style.FAINT, "  " + origin);
  }

  private void reason(Style style, String label, String reason) {
    console.line("    " + console.styled(style, label) + reason);
  }
}
