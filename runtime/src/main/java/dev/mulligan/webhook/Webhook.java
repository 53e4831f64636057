package dev.mulligan.webhook;

import dev.mulligan.notify.StandardWebhooks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The receiving side of signed webhooks (Standard Webhooks 1.0.0,
 * github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md). Who accepts a message
 * should also remember its {@code webhook-id} for a while: a repeated delivery has the same.
 */
public final class Webhook {

  /** How far the sender's clock may be off, or a message have lingered. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";

  private Webhook() {}

  /**
   * Returns where the message is from who has the secret, unchanged and fresh.
   *
   * @param secret {@code whsec_} and the key in Base64; the beginning may be left out
   * @param headers {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}
   *     among them; their names in any case
   * @param body as received, in UTF-8, before anything is parsed
   * @return the message's id
   * @throws WebhookVerificationException where it is not
   * @throws IllegalArgumentException when it is no such secret; the message does not show it
   */
  public static String verify(String secret, Map<String, String> headers, String body)
      throws WebhookVerificationException {
    return verify(secret, headers, body, Clock.systemUTC());
  }

  /** The same, by another clock. */
  public static String verify(String secret, Map<String, String> headers, String body, Clock clock)
      throws WebhookVerificationException {
    StandardWebhooks signer = StandardWebhooks.of(secret);
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    String id = required(anyCase, ID);
    Instant time = time(required(anyCase, TIMESTAMP));
    requireFresh(time, clock.instant());
    String expected = signer.headers(id, time, body).getOrDefault(SIGNATURE, "");
    requireAny(required(anyCase, SIGNATURE), expected);
    return id;
  }

  private static String required(Map<String, String> headers, String name)
      throws WebhookVerificationException {
    String value = headers.get(name);
    if (value == null || value.isBlank()) {
      throw new WebhookVerificationException("the webhook has no header " + name);
    }
    return value;
  }

  private static Instant time(String seconds) throws WebhookVerificationException {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (NumberFormatException | DateTimeException e) {
      throw new WebhookVerificationException(TIMESTAMP + " is no number of seconds since 1970");
    }
  }

  private static void requireFresh(Instant time, Instant now) throws WebhookVerificationException {
    Duration off = Duration.between(time, now);
    if (off.abs().compareTo(TOLERANCE) > 0) {
      throw new WebhookVerificationException(
          "the webhook is from "
              + off.abs().toSeconds()
              + " s "
              + (off.isNegative() ? "ahead" : "ago")
              + ", and "
              + TOLERANCE.toSeconds()
              + " s are allowed: set the clocks, or drop a replayed message");
    }
  }

  /**
   * @param signatures with blanks between them: while a secret is replaced there are two
   */
  private static void requireAny(String signatures, String expected)
      throws WebhookVerificationException {
    boolean fits = false;
    for (String signature : signatures.split(" ", -1)) {
      fits |=
          MessageDigest.isEqual( // takes the same time wherever they differ
              signature.getBytes(StandardCharsets.UTF_8),
              expected.getBytes(StandardCharsets.UTF_8));
    }
    if (!fits) {
      throw new WebhookVerificationException(
          "the webhook's signature does not fit: another secret, or the message was changed");
    }
  }
}
