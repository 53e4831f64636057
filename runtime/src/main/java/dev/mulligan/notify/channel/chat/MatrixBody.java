package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonObject;
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Html;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Mentions;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;

/**
 * Builds the content of an {@code m.room.message}, as text and as HTML. It mentions nobody: {@code
 * m.mentions} is empty, and for servers without support for it a zero-width space follows each at
 * sign.
 */
final class MatrixBody {

  /** The limit of a whole event is 65,536 bytes, JSON escapes included. */
  private static final TextLimit TEXT = TextLimit.bytes(10_000);

  private static final TextLimit HTML_TEXT = TextLimit.bytes(20_000);

  private static final Html HTML = new Html();

  private static final Markup WITHOUT_MENTIONS =
      new Markup() {
        @Override
        public String escape(String plain) {
          return Mentions.defuse(plain);
        }

        @Override
        public String bold(String escaped) {
          return escaped;
        }
      };

  private MatrixBody() {}

  /**
   * @param type {@code m.text} or {@code m.notice}
   */
  static JsonObject of(Message message, String type) {
    Body whole = message.whole();
    JsonObject content = new JsonObject();
    content.addProperty("msgtype", type);
    content.addProperty("body", Rendering.of(whole, WITHOUT_MENTIONS, TEXT));
    content.addProperty("format", "org.matrix.custom.html");
    content.addProperty("formatted_body", Rendering.of(whole, HTML, HTML_TEXT));
    content.add("m.mentions", new JsonObject());
    return content;
  }
}
