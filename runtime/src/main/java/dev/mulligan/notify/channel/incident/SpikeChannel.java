package dev.mulligan.notify.channel.incident;

import com.google.gson.JsonObject;
import dev.mulligan.notify.channel.TokenChannel;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import dev.mulligan.scheme.ChannelScheme;
import java.util.List;

/**
 * A channel to a Spike.sh integration: {@code spike://token} or its native {@code
 * https://api.spike.sh/v1/alerts/token}.
 */
public final class SpikeChannel extends TokenChannel {

  private static final TextLimit TITLE = TextLimit.utf16(250);
  private static final TextLimit TEXT = TextLimit.utf16(32_768);

  public SpikeChannel(ChannelUrl url) {
    super(url, ChannelScheme.SPIKE, List.of());
  }

  @Override
  public JsonObject body(Message message) {
    JsonObject body = new JsonObject();
    body.addProperty("message", Rendering.of(message.title(), Markup.PLAIN, TITLE));
    body.addProperty("description", Rendering.of(message.body(), Markup.PLAIN, TEXT));
    return body;
  }
}
