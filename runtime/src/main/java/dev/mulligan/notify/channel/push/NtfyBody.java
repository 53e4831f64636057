package dev.mulligan.notify.channel.push;

import com.google.gson.JsonObject;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.JsonFields;
import dev.mulligan.notify.channel.Priority;
import dev.mulligan.notify.channel.PriorityScale;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the JSON that publishes to an ntfy topic (docs.ntfy.sh/publish, "Publish as JSON").
 *
 * @param extras {@code click} and other arguments of the channel's URL
 */
record NtfyBody(String topic, Priority priority, List<String> tags, Map<String, String> extras) {

  static final List<String> ARGUMENTS =
      List.of(
          "priority",
          "tags",
          "xtags",
          "click",
          "icon",
          "delay",
          "email",
          "attach",
          "filename",
          "actions",
          "to",
          "mode",
          "token");

  private static final List<String> EXTRAS =
      List.of("click", "icon", "delay", "email", "attach", "filename");

  private static final TextLimit TITLE = TextLimit.utf16(200);

  /** A server turns a longer text into an attachment, or refuses it. */
  private static final TextLimit TEXT = TextLimit.bytes(4_096);

  private static final PriorityScale PRIORITIES =
      new PriorityScale(
          List.of(
              List.of("5", "max", "urgent", "emergency"),
              List.of("4", "high"),
              List.of("3", "default", "normal"),
              List.of("2", "low", "moderate"),
              List.of("1", "min")),
          "5",
          "4",
          "3",
          "2");

  /**
   * @throws ChannelUrlException if ntfy has no such priority
   */
  static NtfyBody of(ChannelUrl url, String topic) {
    Map<String, String> extras = new LinkedHashMap<>();
    for (String name : EXTRAS) {
      if (!url.argument(name).isEmpty()) {
        extras.put(name, url.argument(name));
      }
    }
    return new NtfyBody(
        topic,
        PRIORITIES.chosenBy(url, "priority"),
        ChannelTargets.of(url, List.of(), "tags", "xtags"),
        extras);
  }

  JsonObject of(Message message) {
    JsonObject body = new JsonObject();
    body.addProperty("topic", topic);
    body.addProperty("title", Rendering.of(message.title(), Markup.PLAIN, TITLE));
    body.addProperty("message", Rendering.of(message.body(), Markup.PLAIN, TEXT));
    body.addProperty("priority", Integer.parseInt(priority.of(message.notification())));
    JsonFields.putTexts(body, "tags", tags);
    extras.forEach(body::addProperty);
    return body;
  }
}
