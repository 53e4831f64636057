package dev.mulligan.webhook;

/** Explains the HTTP status of a webhook's receiver in words. */
final class WebhookAnswer {

  private WebhookAnswer() {}

  /**
   * @param status other than 2xx
   */
  static String describe(int status, byte[] body) {
    String meaning =
        switch (status) {
          case 404 -> ": there is no such webhook, check its URL";
          case 410 -> ": the receiver no longer exists, remove the webhook";
          case 413 -> ": " + body.length + " bytes are more than the receiver accepts";
          default -> status / 100 == 3 ? ": redirects are not followed, use the final URL" : "";
        };
    return "HTTP " + status + meaning;
  }
}
