package dev.mulligan.notify;

import java.util.Map;
import java.util.function.UnaryOperator;

/** The content of a notification. Its texts are bounded, because it may wait in a queue. */
public sealed interface NotificationEvent permits CallReport, Alert {

  /** Returns a summary for the title, where it follows the type's name. */
  String headline();

  /** Returns what has happened, in a sentence or more. */
  String message();

  /**
   * Returns what fails or succeeds: a method, a task, a metric. It is the same for all repeats, and
   * so never contains a message, a host or a number.
   */
  String subject();

  /** Returns the type's own fields in order, with names for programs, such as {@code task_name}. */
  Map<String, String> fields();

  /** Returns a copy with other texts. */
  NotificationEvent mapTexts(UnaryOperator<String> change);
}
