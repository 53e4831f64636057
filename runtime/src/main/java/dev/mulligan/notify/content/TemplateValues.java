package dev.mulligan.notify.content;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.text.HumanDuration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The values of a template's placeholders. A value that a notification does not have is empty. */
final class TemplateValues {

  static final List<String> NAMES =
      List.of(
          "title",
          "body",
          "message",
          "type",
          "severity",
          "urgency",
          "state",
          "occurrences",
          "subject",
          "operation",
          "rule",
          "strategy",
          "attempts",
          "elapsed",
          "end_reason",
          "failure",
          "exception",
          "call_id",
          "time",
          "program",
          "pid",
          "jvm",
          "host",
          "fingerprint");

  /** The prefixes of a context key, and of one of the type's own fields. */
  private static final String CONTEXT = "context.";

  private static final String FIELD = "field.";

  private TemplateValues() {}

  static boolean isKnown(String name) {
    return NAMES.contains(name)
        || (name.startsWith(CONTEXT) && name.length() > CONTEXT.length())
        || (name.startsWith(FIELD) && name.length() > FIELD.length());
  }

  static String of(String name, Message message) {
    Notification notification = message.notification();
    if (name.startsWith(CONTEXT)) {
      return notification.context().getOrDefault(name.substring(CONTEXT.length()), "");
    }
    if (name.startsWith(FIELD)) {
      return notification.event().fields().getOrDefault(name.substring(FIELD.length()), "");
    }
    return switch (name) {
      case "title" -> message.title();
      case "body" -> message.text();
      case "message" -> notification.event().message();
      case "type" -> notification.type().key();
      case "severity" -> notification.severity().key();
      case "urgency" -> notification.urgency().key();
      case "state" -> notification.state().key();
      case "occurrences" -> String.valueOf(notification.occurrences());
      case "subject" -> notification.event().subject();
      case "operation" ->
          notification.call().map(CallReport::operation).orElse(notification.event().subject());
      case "time" -> notification.time().toString();
      case "fingerprint" -> notification.fingerprint();
      case "program", "pid", "jvm", "host" -> ofProcess(name, message.process());
      default -> ofCall(name, notification.call());
    };
  }

  private static String ofProcess(String name, ProcessInfo process) {
    return switch (name) {
      case "program" -> process.program();
      case "pid" -> String.valueOf(process.pid());
      case "jvm" -> process.jvm();
      default -> process.host();
    };
  }

  private static String ofCall(String name, Optional<CallReport> call) {
    Function<CallReport, String> value =
        switch (name) {
          case "rule" -> CallReport::rule;
          case "strategy" -> CallReport::strategy;
          case "attempts" -> report -> String.valueOf(report.attemptCount());
          case "elapsed" -> report -> HumanDuration.of(report.elapsed());
          case "end_reason" -> CallReport::endReason;
          case "failure" -> CallReport::lastFailure;
          case "exception" -> CallReport::failureKind;
          default -> CallReport::id;
        };
    return call.map(value).orElse("");
  }
}
