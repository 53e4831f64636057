package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Builds the JSON of a Slack message with one attachment. */
final class SlackBody {

  private static final TextLimit TITLE = TextLimit.utf16(1_024);

  /**
   * Slack cuts messages above 40,000 characters (docs.slack.dev, chat.postMessage, "Truncating
   * content").
   */
  private static final TextLimit TEXT = TextLimit.utf16(35_000);

  private static final SlackMarkup MARKUP = new SlackMarkup();

  private SlackBody() {}

  static JsonObject of(Message message, Optional<String> sender, Optional<String> target) {
    Instant time = message.notification().time();
    String title = Rendering.of(message.title(), MARKUP, TITLE);
    JsonObject attachment = new JsonObject();
    attachment.addProperty("fallback", title);
    attachment.addProperty("title", title);
    attachment.addProperty("text", Rendering.of(message.body(), MARKUP, TEXT));
    attachment.addProperty("color", message.notification().severity().colour());
    attachment.addProperty("footer", "Mulligan");
    attachment.addProperty("ts", time.getEpochSecond());
    JsonArray attachments = new JsonArray();
    attachments.add(attachment);
    JsonObject body = new JsonObject();
    body.addProperty("mrkdwn", true);
    body.add("attachments", attachments);
    sender.ifPresent(name -> body.addProperty("username", name));
    target.ifPresent(channel -> body.addProperty("channel", channel));
    return body;
  }

  /** Reads Slack's header, or if a proxy has removed it, the field in the body. */
  static Optional<Duration> retryAfter(HttpAnswer answer) {
    return answer
        .retryAfter()
        .or(() -> VendorJson.of(answer).number("retry_after").map(VendorJson::seconds));
  }
}
