package dev.mulligan.cli.page;

import dev.mulligan.attach.report.RuleReport;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Style;

/** Formats a rule's name, strategy and mode. */
final class RuleTitle {

  private RuleTitle() {}

  static String of(RuleReport rule, Console console) {
    String mode = rule.mode().equals("retry") ? "" : ", " + rule.mode() + " only";
    return console.styled(Style.HEADING, rule.name())
        + console.styled(Style.FAINT, " (" + rule.strategy() + mode + ")");
  }
}
