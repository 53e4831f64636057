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
 * Verifies signed webhooks on the receiving side (Standard Webhooks 1.0.0,
 * github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md). A receiver should
 * also remember each {@code webhook-id} for a while: a repeated delivery has the same id.
 */
public final class Webhook {

  /**
   * The maximum difference between a webhook's timestamp and the receiver's clock, in either
   * direction.
   */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";

  private Webhook() {}

  /**
   * Verifies that the owner of the secret sent this message, that nobody changed it, and that it is
   * recent.
   *
   * @param secret {@code whsec_} and the key in Base64; the prefix is optional
   * @param headers must include {@code webhook-id}, {@code webhook-timestamp} and {@code
   *     webhook-signature}; names are case-insensitive
   * @param body as received, in UTF-8, before any parsing
   * @return the message's id
   * @throws WebhookVerificationException if the verification fails
   * @throws IllegalArgumentException if the secret is malformed; the message does not show it
   */
  public static String verify(String secret, Map<String, String> headers, String body)
      throws WebhookVerificationException {
    return verify(secret, headers, body, Clock.systemUTC());
  }

  /** Verifies as {@link #verify(String, Map, String)} does, with another clock. */
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
      throw new WebhookVerificationException(TIMESTAMP + " is not a number of seconds since 1970");
    }
  }

  private static void requireFresh(Instant time, Instant now) throws WebhookVerificationException {
    Duration off = Duration.between(time, now);
    if (off.abs().compareTo(TOLERANCE) > 0) {
      throw new WebhookVerificationException(
          "the webhook's timestamp is "
              + off.abs().toSeconds()
              + " s "
              + (off.isNegative() ? "in the future" : "in the past")
              + ", and "
              + TOLERANCE.toSeconds()
              + " s are allowed: correct the clocks, or reject a replayed message");
    }
  }

  /**
   * @param signatures separated by blanks: while a sender rotates its secret there are two
   */
  private static void requireAny(String signatures, String expected)
      throws WebhookVerificationException {
    boolean fits = false;
    for (String signature : signatures.split(" ", -1)) {
      fits |=
          MessageDigest.isEqual( // constant time, whatever the position of the first difference
              signature.getBytes(StandardCharsets.UTF_8),
              expected.getBytes(StandardCharsets.UTF_8));
    }
    if (!fits) {
      throw new WebhookVerificationException(
          "the webhook's signature does not match: the secret differs, or the message was changed");
    }
  }
}
