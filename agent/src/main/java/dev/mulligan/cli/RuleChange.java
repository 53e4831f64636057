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

/** Gives a process rules and shows what came of it: attach and reload alike. */
final class RuleChange {

  private final Console console;
  private final Format format;

  RuleChange(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  /**
   * @param done what to say before the process's number
   * @return the exit status
   */
  int run(ProcessRequest errand, Attacher attacher, String done) throws AttachFailure {
    ReplyPage page = new ReplyPage(console, format);
    if (errand.rules().isPresent()) {
      Path rules = errand.rules().get();
      List<ReportedProblem> mistakes = RulesForTarget.mistakes(rules, errand.pid());
      if (!mistakes.isEmpty()) {
        return page.showMistakes(rules, mistakes);
      }
    }
    Reply reply = attacher.ask(errand);
    if (!page.isDone(reply)) {
      int status = page.showUndone(reply);
      showWhoMustRead(errand);
      return status;
    }
    page.show(reply, report -> new WovenPage(console).show(done, errand.pid(), report));
    return reply.agent().map(AgentReport::methods).orElse(0) == 0
        ? ExitStatus.NOTHING_MATCHED
        : ExitStatus.DONE;
  }

  /** Root sees files that the process's own user does not. */
  private void showWhoMustRead(ProcessRequest errand) {
    Optional<String> self = ProcessHandle.current().info().user();
    Optional<String> owner = ProcessHandle.of(errand.pid()).flatMap(target -> target.info().user());
    boolean isThere = errand.rules().filter(Files::exists).isPresent();
    if (format == Format.TEXT && isThere && owner.isPresent() && !owner.equals(self)) {
      console.remedy(
          "Process "
              + errand.pid()
              + " runs as user "
              + owner.get()
              + ", who must be allowed to read the rule file and to enter every folder above it.");
    }
  }
}
