package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.content.Markdown;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.time.Duration;
import java.util.Optional;

/** Builds the JSON of a Discord message with one embed. */
final class DiscordBody {

  private static final TextLimit TITLE = TextLimit.codePoints(256);
  private static final TextLimit DESCRIPTION = TextLimit.codePoints(4_096);
  private static final TextLimit SENDER = TextLimit.codePoints(80);
  private static final Markdown MARKUP = new Markdown();
  private static final int HEXADECIMAL = 16;

  private DiscordBody() {}

  static JsonObject of(Message message, Optional<String> sender) {
    JsonObject embed = new JsonObject();
    embed.addProperty("title", Rendering.of(message.title(), MARKUP, TITLE));
    embed.addProperty("description", Rendering.of(message.body(), MARKUP, DESCRIPTION));
    String colour = message.notification().severity().colour();
    embed.addProperty("color", Integer.parseInt(colour.substring(1), HEXADECIMAL));
    embed.addProperty("timestamp", message.notification().time().toString());
    JsonArray embeds = new JsonArray();
    embeds.add(embed);
    JsonObject mentions = new JsonObject();
    mentions.add("parse", new JsonArray());
    JsonObject body = new JsonObject();
    body.addProperty("username", Rendering.of(sender.orElse("Mulligan"), Markup.PLAIN, SENDER));
    body.add("embeds", embeds);
    body.add("allowed_mentions", mentions);
    return body;
  }

  /** Reads Discord's own field, which has fractions of a second; the header is rounded. */
  static Optional<Duration> retryAfter(HttpAnswer answer) {
    return VendorJson.of(answer)
        .number("retry_after")
        .map(VendorJson::seconds)
        .or(() -> answer.header("X-RateLimit-Reset-After").flatMap(VendorJson::secondsOf));
  }
}
