package dev.mulligan.cli.page;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.RuleReport;
import dev.mulligan.attach.report.RuleReport.MethodReport;
import dev.mulligan.attach.report.RuleReport.RefusedMethod;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Style;
import dev.mulligan.text.Phrases;
import java.util.List;

/** Prints the result of an attach or a reload. */
public final class WovenPage {

  /** The number of methods shown per rule; {@code status --all} shows the rest. */
  private static final int SHOWN = 20;

  private final Console console;

  public WovenPage(Console console) {
    this.console = console;
  }

  public void show(String done, long pid, AgentReport report) {
    int refused = report.rules().stream().mapToInt(rule -> rule.refused().size()).sum();
    console.line(
        console.styled(Style.GOOD, done + " process " + pid + ": ")
            + Phrases.count(report.methods(), "method")
            + " woven"
            + (refused == 0 ? "" : ", " + refused + " refused")
            + "; "
            + Phrases.count(report.weaving().classes(), "loaded class", "loaded classes")
            + " rewritten in "
            + report.weaving().millis()
            + " ms.");
    for (RuleReport rule : report.rules()) {
      console.blankLine();
      show(rule);
    }
    new FailurePage(console).show(report.problems());
    showNext(pid, report);
  }

  private void show(RuleReport rule) {
    console.line(RuleTitle.of(rule, console));
    if (rule.methods().isEmpty() && rule.refused().isEmpty()) {
      console.line("  matches no loaded method");
    }
    for (MethodReport method : first(rule.methods())) {
      console.line("  " + method.method() + inLoader(method));
    }
    for (RefusedMethod method : first(rule.refused())) {
      console.line("  " + console.styled(Style.NOTE, "refused ") + method.method());
      console.line(console.styled(Style.FAINT, "    " + method.reason()));
    }
    int more =
        Math.max(0, rule.methods().size() - SHOWN) + Math.max(0, rule.refused().size() - SHOWN);
    if (more > 0) {
      console.line("  and " + more + " more");
    }
  }

  private void showNext(long pid, AgentReport report) {
    console.blankLine();
    if (report.methods() == 0) {
      console.line(
          "No rule matches a loaded method yet. The agent also weaves classes that are loaded later."
              + " 'check RULES --classpath JARS' shows what would match.");
    }
    console.line(
        console.styled(Style.FAINT, "Show the state: status " + pid + "   Undo: detach " + pid));
  }

  private String inLoader(MethodReport method) {
    return method.loader().isEmpty() ? "" : console.styled(Style.FAINT, "  in " + method.loader());
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }
}
