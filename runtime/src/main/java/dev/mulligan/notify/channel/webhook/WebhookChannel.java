package dev.mulligan.notify.channel.webhook;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.content.Message;
import java.time.Instant;
import java.util.Map;

/** Sends to any HTTP server. What its body looks like is each kind's own. */
abstract class WebhookChannel extends HttpChannel {

  private final WebhookTerms terms;

  WebhookChannel(WebhookTerms terms) {
    super(terms.identity());
    this.terms = terms;
  }

  @Override
  public final HttpRequest request(Message message) {
    // The same on every try: a receiver can tell a repeat.
    String id = message.notification().id();
    HttpRequest request =
        post(terms.address(), message, terms.fields())
            .by(terms.method())
            .with(Map.of("Idempotency-Key", id, "webhook-id", id));
    return terms
        .signing()
        .map(signing -> request.with(signing.headers(id, Instant.now(), request.body())))
        .orElse(request)
        .with(terms.headers());
  }

  /**
   * The body, and what it is.
   *
   * @param fields of the channel's URL: renames, drops or adds a field
   */
  abstract HttpRequest post(String address, Message message, Map<String, String> fields);
}
