package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;

/** The JSON of a message of Rocket.Chat's, and what its answers say. */
final class RocketChatBody {

  private static final ChatMarkup MARKUP = new ChatMarkup("*");

  /** The server's setting Message_MaxAllowedSize, unless its administrator changed it. */
  private static final TextLimit TEXT = TextLimit.utf16(5_000);

  private RocketChatBody() {}

  /**
   * @param target {@code #channel}, {@code @user}, the id of a room, or nothing for the webhook's
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

  /** The status, but that {@code "success": false} is a failure under 200 too. */
  static DeliveryOutcome judge(HttpAnswer answer) {
    boolean isRefused = VendorJson.of(answer).text("success").filter("false"::equals).isPresent();
    return answer.isSuccessful() && isRefused
        ? new DeliveryOutcome.Failed("refused by Rocket.Chat: " + HttpVerdict.describe(answer))
        : HttpVerdict.of(answer);
  }
}
