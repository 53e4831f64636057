package dev.mulligan.notify.channel;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.text.HumanDuration;
import dev.mulligan.text.Texts;
import java.util.Map;
import java.util.StringJoiner;

/** Says in plain text, to a person, what has happened. */
public final class MessageWriter {

  private static final int OPERATION_IN_TITLE = 150;
  private static final int FAILURE_IN_HISTORY = 300;

  private MessageWriter() {}

  /**
   * @param notification already redacted
   */
  public static Message write(Notification notification, ProcessInfo process) {
    return new Message(notification, process, title(notification), text(notification, process));
  }

  private static String title(Notification notification) {
    CallReport call = notification.call();
    return notification.type().title()
        + ": "
        + Texts.cut(call.operation(), OPERATION_IN_TITLE)
        + " failed after "
        + count(call.attemptCount());
  }

  private static String text(Notification notification, ProcessInfo process) {
    CallReport call = notification.call();
    StringBuilder text = new StringBuilder();
    text.append(call.operation())
        .append(" failed after ")
        .append(count(call.attemptCount()))
        .append(" over ")
        .append(HumanDuration.of(call.elapsed()))
        .append(".\n")
        .append(EndReasonWords.of(call.endReason()))
        .append('\n');
    appendHistory(text, call);
    appendContext(text, notification.context());
    text.append("\nRule: ").append(call.rule()).append(" (strategy ").append(call.strategy());
    text.append(")\nProcess: ")
        .append(process.program())
        .append(", pid ")
        .append(process.pid())
        .append(", JVM ")
        .append(process.jvm())
        .append("\nHost: ")
        .append(process.host());
    text.append("\nTime: ").append(notification.time()).append("\nCall: ").append(call.id());
    return text.toString();
  }

  private static void appendHistory(StringBuilder text, CallReport call) {
    int last = 0;
    for (CallReport.Attempt attempt : call.attempts()) {
      if (attempt.number() > last + 1 && last > 0) {
        text.append("\n… ").append(attempt.number() - last - 1).append(" more …");
      }
      last = attempt.number();
      appendAttempt(text, attempt);
    }
    text.append('\n');
  }

  private static void appendAttempt(StringBuilder text, CallReport.Attempt attempt) {
    text.append("\nAttempt ").append(attempt.number());
    attempt.duration().ifPresent(took -> text.append(", ").append(HumanDuration.of(took)));
    text.append(": ").append(Texts.cut(attempt.failure(), FAILURE_IN_HISTORY));
    attempt
        .delay()
        .ifPresent(delay -> text.append("\n  then waited ").append(HumanDuration.of(delay)));
  }

  private static void appendContext(StringBuilder text, Map<String, String> context) {
    if (!context.isEmpty()) {
      StringJoiner entries = new StringJoiner(", ");
      context.forEach((key, value) -> entries.add(key + " = " + value));
      text.append("\nContext: ").append(entries);
    }
  }

  private static String count(int attempts) {
    return attempts == 1 ? "1 attempt" : attempts + " attempts";
  }
}
