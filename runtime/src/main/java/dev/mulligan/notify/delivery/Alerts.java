package dev.mulligan.notify.delivery;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.NotificationEvent;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a program reports of itself, as one of the six types. None of the methods waits for anything
 * or throws: an alert that cannot be made is logged.
 *
 * <p>Without tags an alert goes to the channels without tags. Texts are cut, a headline and a
 * subject at 1,000 characters, a message at 32,768, a field at 2,000; of fields there are 60 at
 * most, those without a value left out. A text that is missing counts as empty.
 */
public interface Alerts {

  /** Makes an alert and hands it over. */
  void submit(
      NotificationType type,
      Supplier<? extends NotificationEvent> event,
      Map<String, String> context,
      TagSelection tags);

  /**
   * Somebody must act now.
   *
   * @param title what is so, in a few words; alerts with the same title are about the same thing
   * @param message one sentence or more
   */
  default void critical(String title, String message) {
    critical(title, message, Map.of(), TagSelection.UNTAGGED);
  }

  /**
   * Somebody must act now.
   *
   * @param context what the reader should know besides, such as {@code service=payments}
   */
  default void critical(
      String title, String message, Map<String, String> context, TagSelection tags) {
    submit(NotificationType.CRITICAL, () -> Alert.of(known(title), known(message)), context, tags);
  }

  /**
   * A task, a job or a message handler has failed for good.
   *
   * @param taskName the same for each run; alerts with the same name are about the same thing
   * @param taskId of this run
   * @param error such as an exception's text
   * @param context what the reader should know besides
   */
  default void taskFailure(
      String taskName, String taskId, String error, Map<String, String> context) {
    taskFailure(taskName, taskId, error, context, TagSelection.UNTAGGED);
  }

  /** As {@link #taskFailure(String, String, String, Map)}, to the channels with these tags. */
  default void taskFailure(
      String taskName,
      String taskId,
      String error,
      Map<String, String> context,
      TagSelection tags) {
    submit(
        NotificationType.TASK_FAILURE,
        () -> Alert.taskFailure(known(taskName), known(taskId), known(error)),
        context,
        tags);
  }

  /**
   * A webhook could not be delivered.
   *
   * @param url shown without what may be a secret in it: user, path and query
   * @param attempts how many there were, 1 or more
   * @param error the last attempt's
   */
  default void webhookFailure(String url, int attempts, String error) {
    webhookFailure(url, attempts, error, TagSelection.UNTAGGED);
  }

  /** As {@link #webhookFailure(String, int, String)}, to the channels with these tags. */
  default void webhookFailure(String url, int attempts, String error, TagSelection tags) {
    submit(
        NotificationType.WEBHOOK_FAILURE,
        () -> Alert.webhookFailure(known(url), attempts, known(error)),
        Map.of(),
        tags);
  }

  /**
   * Something looks like an attack.
   *
   * @param alertType such as {@code brute-force}; the same for all of its kind
   * @param sourceIp where it comes from; empty where that is not known
   * @param user whom it is about; empty where that is not known
   * @param details further fields, in their order
   */
  default void security(
      String alertType, String message, String sourceIp, String user, Map<String, String> details) {
    security(alertType, message, sourceIp, user, details, TagSelection.UNTAGGED);
  }

  /** As {@link #security(String, String, String, String, Map)}, to the channels with these tags. */
  default void security(
      String alertType,
      String message,
      String sourceIp,
      String user,
      Map<String, String> details,
      TagSelection tags) {
    submit(
        NotificationType.SECURITY,
        () ->
            Alert.security(known(alertType), known(message), known(sourceIp), known(user), details),
        Map.of(),
        tags);
  }

  /**
   * A metric has crossed its threshold, upwards or downwards.
   *
   * @param metric its name; alerts with the same name are about the same thing
   * @param current any number, in units
   * @param threshold in the same units
   * @param unit such as {@code ms} or {@code %}; empty for a bare number
   * @param details further fields, in their order
   */
  default void performance(
      String metric, double current, double threshold, String unit, Map<String, String> details) {
    performance(metric, current, threshold, unit, details, TagSelection.UNTAGGED);
  }

  /**
   * As {@link #performance(String, double, double, String, Map)}, to the channels with these tags.
   */
  default void performance(
      String metric,
      double current,
      double threshold,
      String unit,
      Map<String, String> details,
      TagSelection tags) {
    submit(
        NotificationType.PERFORMANCE,
        () -> Alert.performance(known(metric), current, threshold, known(unit), details),
        Map.of(),
        tags);
  }

  /**
   * Something has gone well.
   *
   * @param operation what has succeeded, by the name of its failures
   * @param stats such as {@code rows=1200}, in their order
   */
  default void success(String operation, String message, Map<String, String> stats) {
    success(operation, message, stats, TagSelection.UNTAGGED);
  }

  /** As {@link #success(String, String, Map)}, to the channels with these tags. */
  default void success(
      String operation, String message, Map<String, String> stats, TagSelection tags) {
    submit(
        NotificationType.SUCCESS,
        () -> Alert.success(known(operation), known(message), stats),
        Map.of(),
        tags);
  }

  /** Exceptions often have no message, and then it is an alert that matters. */
  private static String known(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
