package dev.mulligan.cli;

import dev.mulligan.attach.AgentReport;
import dev.mulligan.attach.Problem;
import dev.mulligan.attach.Reply;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** How a process's reply is shown. */
final class ReplyPage {

  private final Console console;
  private final Format format;

  ReplyPage(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  boolean isDone(Reply reply) {
    return reply.outcome() == Reply.Outcome.DONE;
  }

  /** The report, by the page for people or as it came. */
  void show(Reply reply, Consumer<AgentReport> page) {
    if (format == Format.JSON) {
      console.json(reply);
    } else {
      reply.agent().ifPresent(page);
    }
  }

  /**
   * Shown like a refusal by the process, which was not asked.
   *
   * @return the exit status
   */
  int showMistakes(Path file, List<Problem> mistakes) {
    String message = "The rule file " + file + " has mistakes; nothing was changed.";
    return showUndone(Reply.refused(message, mistakes));
  }

  /**
   * @return the exit status
   */
  int showUndone(Reply reply) {
    if (format == Format.JSON) {
      console.json(reply);
    } else {
      new FailurePage(console).show(reply.problems());
      console.error(reply.message().orElse("The agent gave no reason."));
      reply.trace().ifPresent(this::showTrace);
    }
    boolean badRules = reply.problems().stream().anyMatch(ReplyPage::isInRuleFile);
    return badRules ? ExitStatus.WRONG_INPUT : ExitStatus.FAILED;
  }

  private void showTrace(String trace) {
    console.remedy("This should not happen. Please report it with the lines below.");
    console.remedy(trace);
  }

  private static boolean isInRuleFile(Problem problem) {
    return problem.severity() == Problem.Severity.ERROR && problem.place().isPresent();
  }
}
