package dev.mulligan.notify.channel.webhook;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.util.Map;

/**
 * A webhook channel that sends {@link XmlWebhookBody}: {@code xml[s]://}, see {@link WebhookTerms}.
 */
public final class XmlWebhookChannel extends WebhookChannel {

  private XmlWebhookChannel(WebhookTerms terms) {
    super(terms);
  }

  /**
   * @throws ChannelUrlException if the URL is invalid
   */
  public static XmlWebhookChannel of(ChannelUrl url) {
    for (Map.Entry<String, String> field : url.fields().entrySet()) {
      requireElementName(field.getKey());
      if (XmlWebhookBody.ELEMENTS.contains(field.getKey()) && !field.getValue().isEmpty()) {
        requireElementName(field.getValue());
      }
    }
    return new XmlWebhookChannel(WebhookTerms.of(url));
  }

  @Override
  HttpRequest post(String address, Message message, Map<String, String> fields) {
    return HttpRequest.post(address, "application/xml", XmlWebhookBody.of(message, fields));
  }

  private static void requireElementName(String name) {
    boolean isName = !name.isEmpty() && (isLetter(name.charAt(0)) || name.charAt(0) == '_');
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      isName &= isLetter(c) || (c >= '0' && c <= '9') || "_-.".indexOf(c) >= 0;
    }
    if (!isName) {
      throw new ChannelUrlException(
          "a :field of an xml:// URL is the name of an element: a letter, then letters, digits and"
              + " - _ .");
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
