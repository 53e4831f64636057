package dev.mulligan.notify.channel.incident;

import com.google.gson.JsonObject;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.channel.JsonFields;
import dev.mulligan.notify.channel.Priority;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.List;
import java.util.Map;

/**
 * Builds the JSON that opens and closes an Opsgenie alert; the limits are those of
 * docs.opsgenie.com/docs/alert-api.
 *
 * @param ownDetails the details in the channel's URL
 */
record OpsgenieBody(
    List<OpsgenieResponder> responders,
    Priority priority,
    String entity,
    List<String> tags,
    Map<String, String> ownDetails,
    String user) {

  private static final TextLimit MESSAGE = TextLimit.utf16(130);
  private static final TextLimit DESCRIPTION = TextLimit.utf16(15_000);
  private static final TextLimit ENTITY = TextLimit.utf16(512);
  private static final TextLimit NOTE = TextLimit.utf16(25_000);
  private static final TextLimit DETAIL = TextLimit.utf16(500);

  JsonObject opening(Message message, String alias) {
    Notification notification = message.notification();
    String subject = entity.isEmpty() ? notification.event().subject() : entity;
    JsonObject body = new JsonObject();
    body.addProperty("message", Rendering.of(message.title(), Markup.PLAIN, MESSAGE));
    body.addProperty("alias", alias);
    body.addProperty("description", Rendering.of(message.body(), Markup.PLAIN, DESCRIPTION));
    body.addProperty("entity", Rendering.of(subject, Markup.PLAIN, ENTITY));
    body.addProperty("priority", priority.of(notification));
    JsonFields.put(body, "details", details(message));
    JsonFields.putTexts(body, "tags", tags);
    JsonFields.putObjects(
        body, "responders", responders.stream().map(OpsgenieBody::toJson).toList());
    return signed(body);
  }

  JsonObject closing(Message message) {
    JsonObject body = new JsonObject();
    body.addProperty("note", Rendering.of(message.whole(), Markup.PLAIN, NOTE));
    return signed(body);
  }

  private JsonObject signed(JsonObject body) {
    body.addProperty("source", "Mulligan");
    if (!user.isEmpty()) {
      body.addProperty("user", user);
    }
    return body;
  }

  private JsonObject details(Message message) {
    Notification notification = message.notification();
    JsonObject details = new JsonObject();
    details.addProperty("type", notification.severity().key());
    details.addProperty("alert", notification.type().key());
    details.addProperty("occurrences", String.valueOf(notification.occurrences()));
    details.addProperty("host", cut(message.process().host()));
    details.addProperty("program", cut(message.process().program()));
    ownDetails.forEach((name, value) -> details.addProperty(name, cut(value)));
    return details;
  }

  private static String cut(String detail) {
    return Rendering.of(detail, Markup.PLAIN, DETAIL);
  }

  private static JsonObject toJson(OpsgenieResponder responder) {
    JsonObject json = new JsonObject();
    json.addProperty("type", responder.type());
    json.addProperty(responder.key(), responder.name());
    return json;
  }
}
