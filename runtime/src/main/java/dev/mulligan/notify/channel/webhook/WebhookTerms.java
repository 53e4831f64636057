package dev.mulligan.notify.channel.webhook;

import dev.mulligan.notify.StandardWebhooks;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.channel.url.OwnHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings in a webhook's URL, for all forms of its body:
 *
 * <pre>{@code
 * scheme[s]://[user:password@]host[:port][/path]?method=PUT&secret=whsec_…&+Header=…&:field=…&-query=…
 * }</pre>
 *
 * @param headers include {@code Authorization}; names are case-insensitive
 * @param fields renames, removes or adds a field of the body, as in Apprise
 */
record WebhookTerms(
    ChannelIdentity identity,
    String method,
    String address,
    Map<String, String> headers,
    Map<String, String> fields,
    Optional<StandardWebhooks> signing) {

  private static final String METHOD = "method";
  private static final String SECRET = "secret";

  /** Without GET and HEAD, which Apprise also offers: a server may ignore their body (RFC 9110). */
  private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "DELETE");

  /**
   * @throws ChannelUrlException if the URL is invalid
   */
  static WebhookTerms of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of(METHOD, SECRET));
    String method = url.arguments().getOrDefault(METHOD, "POST").toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL's method must be one of " + String.join(", ", METHODS));
    }
    HttpAddress address = HttpAddress.of(url, url.scheme().endsWith("s") ? "https" : "http");
    String secret = url.arguments().getOrDefault(SECRET, "");
    return new WebhookTerms(
        ChannelIdentity.of(url, address).hiding(secret),
        method,
        address.url(),
        headers(url, address),
        url.fields(),
        secret.isEmpty() ? Optional.empty() : Optional.of(signing(url, secret)));
  }

  /**
   * @throws ChannelUrlException if the URL has no valid host
   */
  static WebhookTerms ofNative(String url) {
    HttpAddress address = HttpAddress.ofNative(url);
    return new WebhookTerms(
        ChannelIdentity.ofNative(address),
        "POST",
        address.url(),
        login(address),
        Map.of(),
        Optional.empty());
  }

  /** Omits everything that may be a secret. */
  @Override
  public String toString() {
    return "WebhookTerms[" + identity.masked() + "]";
  }

  private static StandardWebhooks signing(ChannelUrl url, String secret) {
    try {
      return StandardWebhooks.of(secret);
    } catch (IllegalArgumentException e) {
      throw new ChannelUrlException(
          "the "
              + url.scheme()
              + ":// URL's argument 'secret' must be whsec_ and Base64 digits, as Standard Webhooks"
              + " has it");
    }
  }

  private static Map<String, String> headers(ChannelUrl url, HttpAddress address) {
    Map<String, String> headers = login(address);
    headers.putAll(OwnHeaders.of(url));
    return headers;
  }

  private static Map<String, String> login(HttpAddress address) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (address.authorization().isPresent()) {
      headers.put("Authorization", address.authorization().get());
    }
    return headers;
  }
}
