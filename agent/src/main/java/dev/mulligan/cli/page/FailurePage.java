package dev.mulligan.cli.page;

import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.console.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Prints the failure of a command and problems. */
public final class FailurePage {

  private final Console console;

  public FailurePage(Console console) {
    this.console = console;
  }

  /** The JSON form, similar to a reply. */
  private record Failure(String outcome, String message, List<String> remedies) {}

  /**
   * @param remedies one line each; a line that begins with a space is a command to copy
   */
  public void show(String message, List<String> remedies, Format format) {
    if (format == Format.JSON) {
      console.json(new Failure("failed", message, remedies.stream().map(String::strip).toList()));
      return;
    }
    console.error(message);
    remedies.forEach(console::remedy);
  }

  public void showUnexpected(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    console.error("An unexpected error occurred. Please report it with the lines below.");
    console.remedy(trace.toString());
  }

  /** Prints problems after a command's results, or with an error. */
  public void show(List<ReportedProblem> problems) {
    for (ReportedProblem problem : problems) {
      boolean error = problem.severity() == ReportedProblem.Severity.ERROR;
      if (problem.place().isPresent()) {
        console.complaint(error ? Style.BAD : Style.NOTE, problem.message());
      } else if (error) {
        console.error(problem.message());
      } else {
        console.warning(problem.message());
      }
    }
  }
}
