package dev.mulligan.cli.page;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Prints the reply of a process. */
public final class ReplyPage {

  private final Console console;
  private final Format format;

  public ReplyPage(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  public boolean isDone(Reply reply) {
    return reply.outcome() == Reply.Outcome.DONE;
  }

  /** Prints the report: by the page as text, or the reply as JSON. */
  public void show(Reply reply, Consumer<AgentReport> page) {
    if (format == Format.JSON) {
      console.json(reply);
    } else {
      reply.agent().ifPresent(page);
    }
  }

  /**
   * Prints mistakes like a refusal by the process, to which no request was sent.
   *
   * @return the exit status
   */
  public int showMistakes(Path file, List<ReportedProblem> mistakes) {
    String message = "The rule file " + file + " has mistakes; nothing was changed.";
    return showUndone(Reply.refused(message, mistakes));
  }

  /**
   * @return the exit status
   */
  public int showUndone(Reply reply) {
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
    console.remedy("An unexpected error occurred. Please report it with the lines below.");
    console.remedy(trace);
  }

  private static boolean isInRuleFile(ReportedProblem problem) {
    return problem.severity() == ReportedProblem.Severity.ERROR && problem.place().isPresent();
  }
}
