package dev.mulligan.notify.delivery;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.NotificationEvent;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Methods with which a program reports alerts of the six types. No method blocks or throws: an
 * alert that cannot be built is logged.
 *
 * <p>Without tags an alert goes to the channels without tags. Texts are cut: headline and subject
 * at 1,000 characters, a message at 32,768, a field at 2,000. At most 60 fields are kept, and
 * fields without a value are omitted. A missing text counts as empty.
 */
public interface Alerts {

  /** Builds an alert and submits it. */
  void submit(
      NotificationType type,
      Supplier<? extends NotificationEvent> event,
      Map<String, String> context,
      TagSelection tags);

  /**
   * Reports a condition that needs immediate action.
   *
   * @param title a few words; alerts with the same title belong to one incident
   * @param message one sentence or more
   */
  default void critical(String title, String message) {
    critical(title, message, Map.of(), TagSelection.UNTAGGED);
  }

  /**
   * Reports a condition that needs immediate action.
   *
   * @param context additional information, such as {@code service=payments}
   */
  default void critical(
      String title, String message, Map<String, String> context, TagSelection tags) {
    submit(NotificationType.CRITICAL, () -> Alert.of(known(title), known(message)), context, tags);
  }

  /**
   * Reports that a task, job or message handler has finally failed.
   *
   * @param taskName the same for each run; alerts with the same name belong to one incident
   * @param taskId of this run
   * @param error such as an exception's text
   * @param context additional information
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
   * Reports that a webhook could not be delivered.
   *
   * @param url shown without user, path and query, which may be secret
   * @param attempts the number of attempts, 1 or more
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
   * Reports a possible attack.
   *
   * @param alertType such as {@code brute-force}; alerts with the same type belong to one incident
   * @param sourceIp the attacker's address; empty if unknown
   * @param user the affected user; empty if unknown
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
   * Reports that a metric has crossed its threshold, upwards or downwards.
   *
   * @param metric its name; alerts with the same name belong to one incident
   * @param current the value, in units
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
   * Reports a success.
   *
   * @param operation what has succeeded; the same name as in its failures
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

  /**
   * Replaces null, because exceptions often have no message and the alert must not fail for that.
   */
  private static String known(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
