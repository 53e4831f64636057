package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.content.Message;
import java.util.Map;

/**
 * Sends {@link JsonWebhookBody}: {@code json[s]://} as {@link WebhookTerms} reads it, or a plain
 * {@code http[s]://} URL.
 */
final class JsonWebhookChannel extends WebhookChannel {

  private JsonWebhookChannel(WebhookTerms terms) {
    super(terms);
  }

  /**
   * @throws ChannelUrlException when the URL asks for what there is not
   */
  static JsonWebhookChannel of(ChannelUrl url) {
    return new JsonWebhookChannel(WebhookTerms.of(url));
  }

  /**
   * @throws ChannelUrlException when the URL has no usable host
   */
  static JsonWebhookChannel ofNative(String url) {
    return new JsonWebhookChannel(WebhookTerms.ofNative(url));
  }

  @Override
  HttpRequest post(String address, Message message, Map<String, String> fields) {
    return HttpRequest.json(address, JsonWebhookBody.of(message, fields).toString());
  }
}
