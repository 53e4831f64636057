package dev.mulligan.notify.channel.webhook;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.util.Map;

/**
 * A webhook channel that sends {@link JsonWebhookBody}: {@code json[s]://}, see {@link
 * WebhookTerms}, or a plain {@code http[s]://} URL.
 */
public final class JsonWebhookChannel extends WebhookChannel {

  private JsonWebhookChannel(WebhookTerms terms) {
    super(terms);
  }

  /**
   * @throws ChannelUrlException if the URL is invalid
   */
  public static JsonWebhookChannel of(ChannelUrl url) {
    return new JsonWebhookChannel(WebhookTerms.of(url));
  }

  /**
   * @throws ChannelUrlException if the URL has no valid host
   */
  public static JsonWebhookChannel ofNative(String url) {
    return new JsonWebhookChannel(WebhookTerms.ofNative(url));
  }

  @Override
  HttpRequest post(String address, Message message, Map<String, String> fields) {
    return HttpRequest.json(address, JsonWebhookBody.of(message, fields).toString());
  }
}
