package dev.mulligan.notify.channel.telegram;

import com.google.gson.JsonObject;
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Mentions;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;

/** Builds the JSON of a Telegram message (core.telegram.org/bots/api#sendmessage). */
final class TelegramBody {

  private static final TextLimit TEXT = TextLimit.afterParsing(4_096);

  private TelegramBody() {}

  static JsonObject of(Message message, TelegramTerms terms) {
    JsonObject body = new JsonObject();
    body.addProperty("chat_id", terms.target().chat());
    terms.target().topic().ifPresent(topic -> body.addProperty("message_thread_id", topic));
    // Telegram has no escape for mentions. The inserted character is visible text and counts
    // towards the limit.
    Body text = message.whole().map(Mentions::defuse);
    body.addProperty("text", Rendering.of(text, terms.format().markup(), TEXT));
    terms.format().parseMode().ifPresent(mode -> body.addProperty("parse_mode", mode));
    body.addProperty("disable_notification", terms.isSilent());
    JsonObject preview = new JsonObject();
    preview.addProperty("is_disabled", !terms.hasPreview());
    body.add("link_preview_options", preview);
    return body;
  }
}
