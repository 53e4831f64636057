package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;

/**
 * Builds a message with one Adaptive Card of version 1.4
 * (learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using).
 * Mentions have no effect without the card's list of entities.
 */
final class TeamsCard {

  private static final TeamsMarkup MARKUP = new TeamsMarkup();
  private static final TextLimit TITLE = TextLimit.bytes(500);

  /** The limit of a whole message is 28 KB; JSON escapes at worst double the text. */
  private static final TextLimit TEXT = TextLimit.bytes(13_000);

  private TeamsCard() {}

  static JsonObject of(Message message) {
    JsonObject title = textBlock("title", Rendering.of(message.title(), MARKUP, TITLE));
    title.addProperty("style", "heading");
    title.addProperty("weight", "Bolder");
    title.addProperty("size", "Large");
    title.addProperty("color", colour(message.notification().severity()));
    JsonArray body = new JsonArray();
    body.add(title);
    body.add(textBlock("body", Rendering.of(message.body(), MARKUP, TEXT)));
    JsonObject attachment = new JsonObject();
    attachment.addProperty("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.add("content", card(body));
    JsonArray attachments = new JsonArray();
    attachments.add(attachment);
    JsonObject whole = new JsonObject();
    whole.addProperty("type", "message");
    whole.add("attachments", attachments);
    return whole;
  }

  private static JsonObject card(JsonArray body) {
    JsonObject fullWidth = new JsonObject();
    fullWidth.addProperty("width", "full");
    JsonObject card = new JsonObject();
    card.addProperty("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.addProperty("type", "AdaptiveCard");
    card.addProperty("version", "1.4");
    card.add("body", body);
    card.add("msteams", fullWidth);
    return card;
  }

  private static JsonObject textBlock(String id, String text) {
    JsonObject block = new JsonObject();
    block.addProperty("type", "TextBlock");
    block.addProperty("id", id);
    block.addProperty("text", text);
    block.addProperty("wrap", true);
    return block;
  }

  /** Returns a colour that Adaptive Cards support. */
  private static String colour(NotificationSeverity severity) {
    return switch (severity) {
      case FAILURE -> "Attention";
      case WARNING -> "Warning";
      case SUCCESS -> "Good";
      case INFO -> "Accent";
    };
  }
}
