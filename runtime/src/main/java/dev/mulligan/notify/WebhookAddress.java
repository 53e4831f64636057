package dev.mulligan.notify;

import java.net.URI;
import java.net.URISyntaxException;

/** Masks a webhook's URL for people: user, path and query may be secret. */
final class WebhookAddress {

  private static final String UNREADABLE = "a webhook";

  private WebhookAddress() {}

  /** Returns scheme, host and port. */
  static String shown(String url) {
    try {
      URI address = new URI(url.strip());
      if (address.getScheme() == null || address.getHost() == null) {
        return UNREADABLE;
      }
      String port = address.getPort() < 0 ? "" : ":" + address.getPort();
      return address.getScheme() + "://" + address.getHost() + port;
    } catch (URISyntaxException e) {
      return UNREADABLE;
    }
  }
}
