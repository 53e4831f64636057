package dev.mulligan.cli;

import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.Attacher;
import dev.mulligan.attach.RulesForTarget;
import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.cli.page.ReplyPage;
import dev.mulligan.cli.page.WovenPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Applies a rule file to a process and shows the result, for attach and reload. */
final class RuleChange {

  private final Console console;
  private final Format format;

  RuleChange(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  /**
   * @param done the text before the process's number
   * @return the exit status
   */
  int run(ProcessRequest request, Attacher attacher, String done) throws AttachFailure {
    ReplyPage page = new ReplyPage(console, format);
    if (request.rules().isPresent()) {
      Path rules = request.rules().get();
      List<ReportedProblem> mistakes = RulesForTarget.mistakes(rules, request.pid());
      if (!mistakes.isEmpty()) {
        return page.showMistakes(rules, mistakes);
      }
    }
    Reply reply = attacher.ask(request);
    if (!page.isDone(reply)) {
      int status = page.showUndone(reply);
      showRequiredReader(request);
      return status;
    }
    page.show(reply, report -> new WovenPage(console).show(done, request.pid(), report));
    return reply.agent().map(AgentReport::methods).orElse(0) == 0
        ? ExitStatus.NOTHING_MATCHED
        : ExitStatus.DONE;
  }

  /**
   * Names the user who must be able to read the rule file: root sees files that this user does not.
   */
  private void showRequiredReader(ProcessRequest request) {
    Optional<String> self = ProcessHandle.current().info().user();
    Optional<String> owner =
        ProcessHandle.of(request.pid()).flatMap(target -> target.info().user());
    boolean isThere = request.rules().filter(Files::exists).isPresent();
    if (format == Format.TEXT && isThere && owner.isPresent() && !owner.equals(self)) {
      console.remedy(
          "Process "
              + request.pid()
              + " runs as user "
              + owner.get()
              + ", who must be allowed to read the rule file and to enter every folder above it.");
    }
  }
}
