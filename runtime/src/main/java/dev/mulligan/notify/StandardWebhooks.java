package dev.mulligan.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks according to Standard Webhooks 1.0.0
 * (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md), so that a receiver
 * can verify the sender, the content and the age of a message. Immutable; never shows the secret.
 */
public final class StandardWebhooks {

  private static final String SECRET_BEGIN = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private StandardWebhooks(byte[] key) {
    this.key = key;
  }

  /**
   * @param secret {@code whsec_} and the key in Base64; the prefix is optional
   * @throws IllegalArgumentException if the secret is malformed; the message does not show it
   */
  public static StandardWebhooks of(String secret) {
    String encoded =
        secret.startsWith(SECRET_BEGIN) ? secret.substring(SECRET_BEGIN.length()) : secret;
    byte[] key = decoded(encoded);
    if (key.length == 0) {
      throw new IllegalArgumentException("the webhook's secret must be whsec_ and Base64 digits");
    }
    return new StandardWebhooks(key);
  }

  /**
   * Returns the headers of a message: {@code webhook-id}, {@code webhook-timestamp} and {@code
   * webhook-signature}.
   *
   * @param id the same whenever the message is sent again; without a full stop
   * @param time of this attempt
   * @param body as sent, in UTF-8
   */
  public Map<String, String> headers(String id, Instant time, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", String.valueOf(time.getEpochSecond()));
    headers.put("webhook-signature", signature(id, time, body));
    return headers;
  }

  /** Omits the secret. */
  @Override
  public String toString() {
    return "StandardWebhooks[v1]";
  }

  private String signature(String id, Instant time, String body) {
    String signed = id + "." + time.getEpochSecond() + "." + body;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static byte[] decoded(String encoded) {
    try {
      return Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      // The exception's message would show a part of the secret.
      return new byte[0];
    }
  }
}
