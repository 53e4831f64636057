package dev.mulligan.notify.content;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationEvent;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.text.HumanDuration;
import dev.mulligan.text.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Writes the title and the body of a notification. */
public final class MessageWriter {

  private static final int HEADLINE_IN_TITLE = 200;
  private static final int FAILURE_IN_HISTORY = 300;

  private final Notification notification;
  private final NotificationEvent event;
  private final Body.Builder body = new Body.Builder();

  private MessageWriter(Notification notification) {
    this.notification = notification;
    this.event = notification.event();
  }

  /**
   * @param notification already redacted
   */
  public static Message write(Notification notification, ProcessInfo process) {
    MessageWriter writer = new MessageWriter(notification);
    return new Message(notification, process, writer.title(), writer.body(process));
  }

  private String title() {
    if (notification.isResolved()) {
      return "Resolved: " + Texts.cut(event.subject(), HEADLINE_IN_TITLE) + " works again";
    }
    String times =
        notification.occurrences() == 1 || notification.isResolved()
            ? ""
            : " (×" + notification.occurrences() + ")";
    String headline = Texts.cut(event.headline(), HEADLINE_IN_TITLE);
    return notification.type().title() + ": " + headline.replaceAll("[\r\n]+", " ") + times;
  }

  private Body body(ProcessInfo process) {
    if (notification.isResolved()) {
      appendResolution();
    } else {
      appendTrouble();
    }
    if (event instanceof CallReport call && !call.task().isUnknown()) {
      appendTask(call);
    }
    appendContext(notification.context());
    if (event instanceof CallReport call) {
      field("Rule", call.rule() + " (strategy " + call.strategy() + ")");
    }
    field("Process", process.program() + ", pid " + process.pid() + ", JVM " + process.jvm());
    field("Host", process.host());
    field("Time", notification.time().toString());
    if (event instanceof CallReport call && !notification.isResolved()) {
      field("Call", call.id());
    }
    return body.build();
  }

  private void appendResolution() {
    long failures = notification.occurrences();
    body.words(event.subject() + " succeeds again.");
    if (failures > 0) {
      body.lineEnd().words("It had failed " + (failures == 1 ? "once" : failures + " times") + ".");
    }
    body.lineEnd();
  }

  private void appendTrouble() {
    body.words(event.message());
    if (event instanceof CallReport call) {
      body.lineEnd().words(EndReasonWords.of(call.endReason()) + " " + consequence(call));
    }
    if (notification.occurrences() > 1) {
      body.lineEnd()
          .words(
              "This stands for "
                  + notification.occurrences()
                  + " failures of this kind since the last notification; the newest is shown.");
    }
    body.lineEnd();
    if (event instanceof CallReport call) {
      appendHistory(call);
    } else {
      event.fields().forEach((name, value) -> field(label(name), value));
    }
  }

  private static String consequence(CallReport call) {
    return switch (call.consequence()) {
      case EXCEPTION -> "The caller got the " + simpleName(call.failureKind()) + ".";
      case RESULT -> "The caller got the last result.";
      case FALLBACK -> "The caller got the rule's fallback.";
    };
  }

  private void appendHistory(CallReport call) {
    int last = 0;
    for (CallReport.Attempt attempt : call.attempts()) {
      if (attempt.number() > last + 1 && last > 0) {
        body.lineEnd().words("… " + (attempt.number() - last - 1) + " more …");
      }
      last = attempt.number();
      appendAttempt(attempt);
    }
    body.lineEnd();
  }

  private void appendAttempt(CallReport.Attempt attempt) {
    body.lineEnd().bold("Attempt " + attempt.number());
    StringBuilder line = new StringBuilder();
    attempt.duration().ifPresent(took -> line.append(", ").append(HumanDuration.of(took)));
    line.append(": ").append(Texts.cut(attempt.failure(), FAILURE_IN_HISTORY));
    body.words(line.toString());
    attempt
        .delay()
        .ifPresent(delay -> body.lineEnd().words("  then waited " + HumanDuration.of(delay)));
  }

  private void appendTask(CallReport call) {
    call.task().name().ifPresent(name -> field("Task", name));
    if (!notification.isResolved()) {
      call.task().id().ifPresent(id -> field("Task id", id));
    }
    field("Method", call.operation());
  }

  private void appendContext(Map<String, String> context) {
    if (!context.isEmpty()) {
      StringJoiner entries = new StringJoiner(", ");
      context.forEach((key, value) -> entries.add(key + " = " + value));
      field("Context", entries.toString());
    }
  }

  private void field(String label, String value) {
    body.lineEnd().bold(label + ":").words(" " + value);
  }

  /** Converts a field's name to a label: {@code task_name} to {@code Task name}. */
  static String label(String name) {
    String words = name.replace('_', ' ').strip();
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
