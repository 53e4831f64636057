package dev.mulligan.notify;

import dev.mulligan.text.Texts;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The content of a notification that a program sends about itself. Each of the six types has its
 * own fields.
 *
 * @param subject the task, operation or metric; part of the fingerprint
 */
public record Alert(String headline, String message, String subject, Map<String, String> fields)
    implements NotificationEvent {

  private static final int HEADLINE_LENGTH = 1_000;
  private static final int MESSAGE_LENGTH = 32_768;
  private static final int FIELDS = 60;
  private static final int FIELD_LENGTH = 2_000;

  public Alert {
    headline = Texts.cut(headline, HEADLINE_LENGTH);
    message = Texts.cut(message, MESSAGE_LENGTH);
    subject = Texts.cut(subject, HEADLINE_LENGTH);
    fields = bounded(fields);
  }

  /** Creates an alert with free text. */
  public static Alert of(String headline, String message) {
    return new Alert(headline, message, headline, Map.of());
  }

  /** Creates the alert about a task, job or message handler that finally failed. */
  public static Alert taskFailure(String taskName, String taskId, String error) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("task_name", taskName);
    fields.put("task_id", taskId);
    fields.put("error", error);
    return new Alert(taskName + " failed", "Task " + taskName + " failed.", taskName, fields);
  }

  /**
   * Creates the alert about an undelivered webhook.
   *
   * @param url shown without user, path and query, which may be secret
   * @param attempts the number of attempts, 1 or more
   */
  public static Alert webhookFailure(String url, int attempts, String error) {
    String shown = WebhookAddress.shown(url);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("url", shown);
    fields.put("attempts", String.valueOf(attempts));
    fields.put("error", error);
    String tries = attempts == 1 ? "1 attempt" : attempts + " attempts";
    return new Alert(
        shown + " not reached",
        "The webhook to " + shown + " was not delivered after " + tries + ".",
        shown,
        fields);
  }

  /**
   * Creates a security alert.
   *
   * @param alertType such as {@code brute-force}
   */
  public static Alert security(
      String alertType, String message, String sourceIp, String user, Map<String, String> details) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("alert_type", alertType);
    fields.put("source_ip", sourceIp);
    fields.put("user", user);
    fields.putAll(details);
    return new Alert(alertType, message, alertType, fields);
  }

  /** Creates the alert about a metric beyond its threshold. */
  public static Alert performance(
      String metric, double current, double threshold, String unit, Map<String, String> details) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("metric", metric);
    fields.put("current_value", number(current));
    fields.put("threshold", number(threshold));
    fields.put("unit", unit);
    fields.putAll(details);
    String measured = (number(current) + " " + unit).strip();
    String limit = (number(threshold) + " " + unit).strip();
    return new Alert(
        metric + " is " + measured,
        metric + " is " + measured + "; its threshold is " + limit + ".",
        metric,
        fields);
  }

  /**
   * Creates a success notification.
   *
   * @param operation what has succeeded; an open incident of it is resolved
   */
  public static Alert success(String operation, String message, Map<String, String> stats) {
    return new Alert(operation, message, operation, stats);
  }

  @Override
  public Alert mapTexts(UnaryOperator<String> change) {
    Map<String, String> changed = new LinkedHashMap<>();
    fields.forEach((name, value) -> changed.put(name, change.apply(value)));
    return new Alert(change.apply(headline), change.apply(message), change.apply(subject), changed);
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private static Map<String, String> bounded(Map<String, String> all) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Map.Entry<String, String> field : all.entrySet()) {
      if (kept.size() < FIELDS && !field.getValue().isEmpty()) {
        kept.put(
            Texts.cut(field.getKey(), FIELD_LENGTH), Texts.cut(field.getValue(), FIELD_LENGTH));
      }
    }
    return Collections.unmodifiableMap(kept);
  }
}
