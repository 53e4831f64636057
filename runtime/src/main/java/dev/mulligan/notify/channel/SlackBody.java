package dev.mulligan.notify.channel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.mulligan.notify.NotificationType;
import java.time.Instant;
import java.util.Optional;

/** The JSON of a Slack message with one attachment. */
final class SlackBody {

  private static final int TITLE_LENGTH = 1_024;
  private static final int TEXT_LENGTH = 35_000;

  private SlackBody() {}

  static String of(Message message, Optional<String> sender, Optional<String> target) {
    NotificationType type = message.notification().type();
    Instant time = message.notification().time();
    String title = SlackText.escape(message.title(), TITLE_LENGTH);
    JsonObject attachment = new JsonObject();
    attachment.addProperty("fallback", title);
    attachment.addProperty("title", title);
    attachment.addProperty("text", SlackText.escape(message.text(), TEXT_LENGTH));
    attachment.addProperty("color", type.severity().colour());
    attachment.addProperty("footer", "Mulligan");
    attachment.addProperty("ts", time.getEpochSecond());
    JsonArray attachments = new JsonArray();
    attachments.add(attachment);
    JsonObject body = new JsonObject();
    body.addProperty("mrkdwn", false);
    body.add("attachments", attachments);
    sender.ifPresent(name -> body.addProperty("username", name));
    target.ifPresent(channel -> body.addProperty("channel", channel));
    return body.toString();
  }
}
