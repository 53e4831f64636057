package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;

/** Builds the JSON of a Rocket.Chat message, and interprets the responses. */
final class RocketChatBody {

  private static final ChatMarkup MARKUP = new ChatMarkup("*");

  /** The default of the server's setting Message_MaxAllowedSize. */
  private static final TextLimit TEXT = TextLimit.utf16(5_000);

  private RocketChatBody() {}

  /**
   * @param target {@code #channel}, {@code @user}, the id of a room, or empty for the webhook's own
   *     target
   */
  static JsonObject of(Message message, String target) {
    JsonObject body = new JsonObject();
    body.addProperty("text", Rendering.of(message.whole(), MARKUP, TEXT));
    if (!target.isEmpty()) {
      boolean isName = target.startsWith("#") || target.startsWith("@");
      body.addProperty(isName ? "channel" : "roomId", target);
    }
    return body;
  }

  /**
   * Interprets a response by its status; {@code "success": false} is a failure even with status
   * 200.
   */
  static DeliveryOutcome judge(HttpAnswer answer) {
    boolean isRefused = VendorJson.of(answer).text("success").filter("false"::equals).isPresent();
    return answer.isSuccessful() && isRefused
        ? new DeliveryOutcome.ChannelFailed(
            "refused by Rocket.Chat: " + HttpVerdict.describe(answer))
        : HttpVerdict.of(answer);
  }
}
