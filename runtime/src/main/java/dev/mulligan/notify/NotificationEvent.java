package dev.mulligan.notify;

import java.util.Map;
import java.util.function.UnaryOperator;

/** What a notification reports. Its texts are bounded, because it may wait in a queue. */
public sealed interface NotificationEvent permits CallReport, Alert {

  /** What it is about, in the fewest words: for the title, behind the type's name. */
  String headline();

  /** What has happened, in a sentence or more. */
  String message();

  /**
   * What it is that fails or succeeds: a method, a task, a metric. The same over all repeats; never
   * a message, a host or a number.
   */
  String subject();

  /** The type's own fields in order, by the names that programs read, such as {@code task_name}. */
  Map<String, String> fields();

  /** The same with other texts. */
  NotificationEvent mapTexts(UnaryOperator<String> change);
}
