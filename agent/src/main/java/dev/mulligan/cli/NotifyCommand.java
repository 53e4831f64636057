package dev.mulligan.cli;

import dev.mulligan.attach.report.RuleProblems;
import dev.mulligan.attach.report.TargetReport;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.cli.page.KeyedTypes;
import dev.mulligan.cli.page.ReplyPage;
import dev.mulligan.cli.page.TargetPage;
import dev.mulligan.log.Log;
import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.notify.registry.ChannelInfo;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.redact.Redactor;
import dev.mulligan.rules.ReadResult;
import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "notify",
    description = {
      "Sends one notification and shows the answer of each channel.",
      "It uses the channels of a rule file and of the environment."
    },
    footer = {
      "",
      "Without --tag, the channels without tags get the notification. This command sends it, not a"
          + " running process; no grouping and no storm cap applies.",
      "",
      "Exit status: 0 every channel accepted it, 1 a channel did not, 2 bad rule file, 3 no"
          + " channel selected.",
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar notify rules.yaml --title Deployed --body Done",
      "  java -jar mulligan-agent.jar notify rules.yaml --type critical --tag ops \\",
      "    --title Disk --body 'Disk full on web-3'",
      "  NOTIFICATION_SLACK_WEBHOOK=hooks.slack.com/services/… \\",
      "    java -jar mulligan-agent.jar notify --title Hello --body World --json"
    })
final class NotifyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private TagOption tag = new TagOption();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RULES",
      description = "The rule file. Without it, only the channels of the environment are used.")
  private @Nullable Path file;

  @Option(
      names = "--title",
      required = true,
      paramLabel = "T",
      description = "The subject, in a few words.")
  private String title = "";

  @Option(names = "--body", required = true, paramLabel = "B", description = "What happened.")
  private String body = "";

  @Option(
      names = "--type",
      paramLabel = "X",
      converter = KeyedTypes.OfNotification.class,
      description = {
        "critical, task-failure, webhook-failure, security, performance or success.",
        "Default: task-failure, as in the rule file."
      })
  private NotificationType type = NotificationType.TASK_FAILURE;

  @Option(
      names = "--severity",
      paramLabel = "S",
      converter = KeyedTypes.OfSeverity.class,
      description = "info, success, warning or failure. Default: the type's own.")
  private @Nullable NotificationSeverity severity;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "The time limit for all channels, repeated tries included. Default: ${DEFAULT-VALUE}.")
  private int timeout;

  NotifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandFailure {
    NotificationSettings settings = NotificationSettings.NONE;
    if (file != null) {
      ReadResult result = RuleFileReader.read(file.toFile(), Environment.ofProcess());
      if (!(result instanceof ReadResult.Accepted accepted)) {
        return showMistakes(file, result.problems());
      }
      settings = accepted.rules().notifications();
    }
    try (NotificationService service =
        new NotificationService(settings, System.getenv(), log(settings))) {
      return send(service);
    }
  }

  private int send(NotificationService service) throws CommandFailure {
    Notification usual = Notification.of(type, Alert.of(title, body), Map.of(), tag.selection());
    Notification notification = severity == null ? usual : usual.withSeverity(severity);
    Duration limit = Duration.ofSeconds(Math.max(1, timeout));
    if (output.format() == Format.TEXT) {
      console.progress("Sending …");
    }
    List<TargetReport> targets =
        service.deliver(notification, limit).stream().map(TargetReport::of).toList();
    if (targets.isEmpty()) {
      throw noChannelSelected(service.channels());
    }
    return new TargetPage(console).show(targets, output.format());
  }

  private CommandFailure noChannelSelected(List<ChannelInfo> channels) {
    if (channels.isEmpty()) {
      return new CommandFailure(
          ExitStatus.NOTHING_MATCHED,
          "Nothing was sent: no channel is configured.",
          "Configure channels in the rule file under notifications.channels, or in the environment,"
              + " for example with NOTIFICATION_SLACK_WEBHOOK.");
    }
    String tags =
        channels.stream()
            .flatMap(channel -> channel.tags().stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new CommandFailure(
        ExitStatus.NOTHING_MATCHED,
        tag.tags().isEmpty()
            ? "Nothing was sent: every channel has tags, and no --tag was given."
            : "Nothing was sent: no channel has the tag " + String.join(" or ", tag.tags()) + ".",
        "The channels' tags are: "
            + (tags.isEmpty() ? "none" : tags)
            + ". --tag all selects every channel.");
  }

  private int showMistakes(Path rules, List<Problem> mistakes) {
    return new ReplyPage(console, output.format())
        .showUndone(
            Reply.refused(
                "The rule file " + rules + " has mistakes; nothing was sent.",
                RuleProblems.of(mistakes)));
  }

  private static Log log(NotificationSettings settings) {
    return new Log(
        System.err, Log.Level.WARNING, new Redactor(settings.redact()), Clock.systemUTC());
  }
}
