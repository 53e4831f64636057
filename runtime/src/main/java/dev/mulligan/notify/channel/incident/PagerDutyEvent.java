package dev.mulligan.notify.channel.incident;

import com.google.gson.JsonObject;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.Urgency;
import dev.mulligan.notify.channel.BoundedJson;
import dev.mulligan.notify.channel.NotificationJson;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import dev.mulligan.text.HumanDuration;
import dev.mulligan.text.Texts;

/**
 * Builds the JSON of an event (developer.pagerduty.com/docs/send-alert-event). Events with the same
 * fingerprint form one alert, which its resolution closes.
 */
final class PagerDutyEvent {

  private static final TextLimit SUMMARY = TextLimit.utf16(1_024);

  /** The limit of the whole event is 512 KB. */
  private static final int DETAILS_BYTES = 400 * 1024;

  private static final int MESSAGE_LENGTH = 32_768;
  private static final TextLimit NAME = TextLimit.utf16(1_000);

  private PagerDutyEvent() {}

  static JsonObject of(Message message, String routingKey, PagerDutyPlace place) {
    Notification notification = message.notification();
    JsonObject event = new JsonObject();
    event.addProperty("routing_key", routingKey);
    event.addProperty("event_action", notification.isResolved() ? "resolve" : "trigger");
    event.addProperty("dedup_key", notification.fingerprint());
    event.add("payload", payload(message, place));
    event.addProperty("client", "Mulligan");
    place.click().ifPresent(url -> event.addProperty("client_url", url));
    return event;
  }

  private static JsonObject payload(Message message, PagerDutyPlace place) {
    Notification notification = message.notification();
    JsonObject payload = new JsonObject();
    payload.addProperty("summary", Rendering.of(message.title(), Markup.PLAIN, SUMMARY));
    payload.addProperty("source", name(place.source().orElse(message.process().host())));
    payload.addProperty("severity", severity(notification, place).key());
    payload.addProperty("timestamp", notification.time().toString());
    payload.addProperty("component", name(place.component().orElse(message.process().program())));
    place.group().ifPresent(group -> payload.addProperty("group", group));
    payload.addProperty("class", place.eventClass().orElse(notification.type().key()));
    payload.add("custom_details", details(message, place));
    return payload;
  }

  private static Urgency severity(Notification notification, PagerDutyPlace place) {
    return notification.severity() == NotificationSeverity.SUCCESS
        ? Urgency.INFO
        : place.severity().orElse(notification.urgency());
  }

  private static JsonObject details(Message message, PagerDutyPlace place) {
    Notification notification = message.notification();
    BoundedJson details = new BoundedJson(DETAILS_BYTES);
    place.details().forEach(details::add);
    details.add("message", Texts.cut(message.text(), MESSAGE_LENGTH));
    details.add("occurrences", String.valueOf(notification.occurrences()));
    notification.call().ifPresent(call -> addCall(details, call));
    notification.event().fields().forEach(details::add);
    notification.context().forEach((name, value) -> details.add("context." + name, value));
    notification.call().ifPresent(call -> details.add("history", NotificationJson.history(call)));
    return details.toJson();
  }

  private static void addCall(BoundedJson details, CallReport call) {
    details.add("rule", call.rule());
    details.add("strategy", call.strategy());
    details.add("attempts", String.valueOf(call.attemptCount()));
    details.add("elapsed", HumanDuration.of(call.elapsed()));
    details.add("end_reason", call.endReason());
  }

  private static String name(String text) {
    return Rendering.of(text, Markup.PLAIN, NAME);
  }
}
