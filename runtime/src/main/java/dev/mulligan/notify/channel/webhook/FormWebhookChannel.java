package dev.mulligan.notify.channel.webhook;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.util.Map;

/**
 * A webhook channel that sends a form with {@link FormWebhookBody}: {@code form[s]://}, see {@link
 * WebhookTerms}.
 */
public final class FormWebhookChannel extends WebhookChannel {

  private FormWebhookChannel(WebhookTerms terms) {
    super(terms);
  }

  /**
   * @throws ChannelUrlException if the URL is invalid
   */
  public static FormWebhookChannel of(ChannelUrl url) {
    return new FormWebhookChannel(WebhookTerms.of(url));
  }

  @Override
  HttpRequest post(String address, Message message, Map<String, String> fields) {
    return HttpRequest.form(address, FormWebhookBody.of(message, fields));
  }
}
