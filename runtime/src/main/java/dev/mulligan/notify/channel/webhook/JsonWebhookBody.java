package dev.mulligan.notify.channel.webhook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.channel.NotificationJson;
import dev.mulligan.notify.content.Message;
import dev.mulligan.text.Texts;
import java.util.Map;

/**
 * Builds the JSON body of webhooks: Apprise's five fields, so that its receivers understand it, and
 * Mulligan's own fields. Documented in docs/notifications.md.
 */
final class JsonWebhookBody {

  private static final String VERSION = "1.0";
  private static final int TITLE_LENGTH = 250;
  private static final int MESSAGE_LENGTH = 32_768;

  private JsonWebhookBody() {}

  /**
   * @param fields of the channel's URL: renames, removes or adds a field, as in Apprise
   */
  static JsonObject of(Message message, Map<String, String> fields) {
    JsonObject body = new JsonObject();
    addApprisesFields(body, message);
    addNotification(body, message.notification());
    message.notification().call().ifPresent(call -> addCall(body, call));
    addProcess(body, message.process());
    fields.forEach((name, value) -> apply(body, name, value));
    return body;
  }

  private static void addApprisesFields(JsonObject body, Message message) {
    body.addProperty("version", VERSION);
    body.addProperty("title", Texts.cut(message.title(), TITLE_LENGTH));
    body.addProperty("message", Texts.cut(message.text(), MESSAGE_LENGTH));
    body.add("attachments", new JsonArray());
    body.addProperty("type", message.notification().severity().key());
  }

  private static void addNotification(JsonObject body, Notification notification) {
    body.addProperty("id", notification.id());
    body.addProperty("time", notification.time().toString());
    body.addProperty("alert", notification.type().key());
    body.addProperty("severity", notification.severity().key());
    body.addProperty("urgency", notification.urgency().key());
    body.addProperty("state", notification.state().key());
    body.addProperty("fingerprint", notification.fingerprint());
    body.addProperty("occurrences", notification.occurrences());
    body.add("fields", NotificationJson.object(notification.event().fields()));
    body.add("context", NotificationJson.object(notification.context()));
  }

  private static void addCall(JsonObject body, CallReport call) {
    body.addProperty("operation", call.operation());
    body.addProperty("rule", call.rule());
    body.addProperty("strategy", call.strategy());
    body.addProperty("call_id", call.id());
    body.addProperty("attempts", call.attemptCount());
    body.addProperty("elapsed_ms", call.elapsed().toMillis());
    body.addProperty("end_reason", call.endReason());
    body.addProperty("caller_got", call.consequence().key());
    body.add("history", NotificationJson.history(call));
  }

  private static void addProcess(JsonObject body, ProcessInfo process) {
    JsonObject json = new JsonObject();
    json.addProperty("program", process.program());
    json.addProperty("pid", process.pid());
    json.addProperty("jvm", process.jvm());
    body.add("process", json);
    body.addProperty("host", process.host());
  }

  private static void apply(JsonObject body, String name, String value) {
    JsonElement present = body.remove(name);
    if (present == null) {
      body.addProperty(name, value);
    } else if (!value.isEmpty()) {
      body.add(value, present);
    }
  }
}
