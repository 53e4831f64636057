package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.content.Message;
import java.util.Map;

/**
 * Sends {@link FormWebhookBody}, as a browser sends a form: {@code form[s]://} as {@link
 * WebhookTerms} reads it.
 */
final class FormWebhookChannel extends WebhookChannel {

  private FormWebhookChannel(WebhookTerms terms) {
    super(terms);
  }

  /**
   * @throws ChannelUrlException when the URL asks for what there is not
   */
  static FormWebhookChannel of(ChannelUrl url) {
    return new FormWebhookChannel(WebhookTerms.of(url));
  }

  @Override
  HttpRequest post(String address, Message message, Map<String, String> fields) {
    return HttpRequest.form(address, FormWebhookBody.of(message, fields));
  }
}
