package dev.mulligan.notify.channel.webhook;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.content.Message;
import java.time.Instant;
import java.util.Map;

/** A channel to any HTTP server. Its subclasses define the body. */
abstract class WebhookChannel extends HttpChannel {

  private final WebhookTerms terms;

  WebhookChannel(WebhookTerms terms) {
    super(terms.identity());
    this.terms = terms;
  }

  @Override
  public final HttpRequest request(Message message) {
    // The same for every attempt, so that a receiver can recognise duplicates.
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
   * Builds the request with body and content type.
   *
   * @param fields of the channel's URL: renames, removes or adds a field
   */
  abstract HttpRequest post(String address, Message message, Map<String, String> fields);
}
