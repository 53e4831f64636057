package dev.mulligan.notify.channel.incident;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Builds an alert for Alertmanager's API v2. Its labels identify the alert over repeats, processes
 * and hosts; everything else is an annotation.
 */
final class AlertmanagerBody {

  /**
   * The lifetime of an alert that is not repeated: Alertmanager's own default of resolve_timeout.
   */
  private static final Duration LASTING = Duration.ofMinutes(5);

  private static final TextLimit SUMMARY = TextLimit.utf16(1_000);
  private static final TextLimit TEXT = TextLimit.utf16(32_768);

  private AlertmanagerBody() {}

  /**
   * @param ownLabels the labels of the channel's URL
   */
  static String of(Message message, Map<String, String> ownLabels, Instant now) {
    Notification notification = message.notification();
    JsonObject alert = new JsonObject();
    alert.add("labels", labels(notification, ownLabels));
    alert.add("annotations", annotations(message));
    if (notification.isResolved()) {
      // Without startsAt: Alertmanager keeps the known one.
      alert.addProperty("endsAt", now.toString());
    } else {
      Instant time = notification.time();
      // It must not be after endsAt, even if the clock was set back.
      alert.addProperty("startsAt", (time.isAfter(now) ? now : time).toString());
      alert.addProperty("endsAt", now.plus(LASTING).toString());
    }
    JsonArray alerts = new JsonArray();
    alerts.add(alert);
    return alerts.toString();
  }

  private static JsonObject labels(Notification notification, Map<String, String> ownLabels) {
    JsonObject labels = new JsonObject();
    ownLabels.forEach(labels::addProperty);
    labels.addProperty("alertname", "Mulligan" + camelCase(notification.type().key()));
    labels.addProperty("fingerprint", notification.fingerprint());
    labels.addProperty("operation", notification.event().subject());
    // The same in the resolution; another label value would be another alert.
    labels.addProperty("severity", notification.troubleUrgency().key());
    notification.call().ifPresent(call -> addCall(labels, call));
    return labels;
  }

  private static void addCall(JsonObject labels, CallReport call) {
    labels.addProperty("rule", call.rule());
    labels.addProperty("exception", call.failureKind());
  }

  private static JsonObject annotations(Message message) {
    Notification notification = message.notification();
    JsonObject annotations = new JsonObject();
    annotations.addProperty("summary", Rendering.of(message.title(), Markup.PLAIN, SUMMARY));
    annotations.addProperty("description", Rendering.of(message.body(), Markup.PLAIN, TEXT));
    annotations.addProperty("occurrences", String.valueOf(notification.occurrences()));
    annotations.addProperty("notification_id", notification.id());
    annotations.addProperty("program", message.process().program());
    annotations.addProperty("host", message.process().host());
    notification.call().ifPresent(call -> annotations.addProperty("failure", call.lastFailure()));
    return annotations;
  }

  private static String camelCase(String key) {
    StringBuilder name = new StringBuilder();
    for (String word : key.split("-", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }
}
