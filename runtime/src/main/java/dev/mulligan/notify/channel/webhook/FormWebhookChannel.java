package dev.mulligan.notify.channel.webhook;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.util.Map;

/**
 * Sends {@link FormWebhookBody}, as a browser sends a form: {@code form[s]://} as {@link
 * WebhookTerms} reads it.
 */
public final class FormWebhookChannel extends WebhookChannel {

  private FormWebhookChannel(WebhookTerms terms) {
    super(terms);
  }

  /**
   * @throws ChannelUrlException when the URL asks for what there is not
   */
  public static FormWebhookChannel of(ChannelUrl url) {
    return new FormWebhookChannel(WebhookTerms.of(url));
  }

  @Override
  HttpRequest post(String address, Message message, Map<String, String> fields) {
    return HttpRequest.form(address, FormWebhookBody.of(message, fields));
  }
}
