package dev.mulligan.webhook;

/** Explains the HTTP status of a webhook's receiver in words. */
final class WebhookAnswer {

  private WebhookAnswer() {}

  /**
   * @param status other than 2xx
   */
  static String words(int status, byte[] body) {
    String meaning =
        switch (status) {
          case 404 -> ": there is no such webhook, look at its address";
          case 410 -> ": the receiver is gone for good, remove the webhook";
          case 413 -> ": " + body.length + " bytes are too many for it";
          default -> status / 100 == 3 ? ": redirects are not followed, change the address" : "";
        };
    return "HTTP " + status + meaning;
  }
}
