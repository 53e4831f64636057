package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.JsonFields;
import dev.mulligan.notify.channel.TokenChannel;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import dev.mulligan.scheme.ChannelScheme;
import java.util.List;
import java.util.Optional;

/**
 * A channel to a custom bot of Lark or, in China, Feishu (open.larksuite.com/document, "Custom bot
 * usage guide"): {@code lark://token}, {@code feishu://token} or the native {@code
 * https://open.larksuite.com/open-apis/bot/v2/hook/token}.
 */
public final class LarkChannel extends TokenChannel {

  private static final ChatMarkup MARKUP = new ChatMarkup("");

  /** The limit of a request is 20 KB; JSON escapes at worst double the text. */
  private static final TextLimit TEXT = TextLimit.bytes(9_500);

  /** The code for too many requests, sent with status 200. */
  private static final double TOO_OFTEN = 11_232;

  /** The code for a message that Lark does not understand, sent with status 200. */
  private static final double NOT_UNDERSTOOD = 9_499;

  public LarkChannel(ChannelUrl url, ChannelScheme scheme) {
    super(url, scheme, List.of());
  }

  @Override
  public JsonObject body(Message message) {
    JsonObject content = new JsonObject();
    content.addProperty("text", Rendering.of(message.whole(), MARKUP, TEXT));
    JsonObject body = new JsonObject();
    body.addProperty("msg_type", "text");
    JsonFields.put(body, "content", content);
    return body;
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    double code = VendorJson.of(answer).number("code").orElse(0d);
    if (!answer.isSuccessful() || code == 0) {
      return HttpVerdict.of(answer);
    }
    String reason = "refused by Lark: " + HttpVerdict.describe(answer);
    if (code == NOT_UNDERSTOOD) {
      return new DeliveryOutcome.Failed(reason);
    }
    return code == TOO_OFTEN
        ? new DeliveryOutcome.RetryLater(reason, Optional.empty())
        : new DeliveryOutcome.ChannelFailed(reason);
  }
}
