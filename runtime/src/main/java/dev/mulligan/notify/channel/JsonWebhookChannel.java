package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.content.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Posts {@link JsonWebhookBody} to any HTTP server.
 *
 * <p>{@code json[s]://[user:password@]host[:port][/path]?method=PUT&+Header=…&:field=…&-query=…},
 * or a plain {@code http[s]://} URL.
 */
final class JsonWebhookChannel extends HttpChannel {

  private static final String METHOD = "method";

  /** GET and HEAD, which Apprise also offers, carry no body that a server must read (RFC 9110). */
  private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "DELETE");

  private static final List<String> HEADERS_OF_HTTP =
      List.of("content-length", "transfer-encoding", "connection");

  private final String method;
  private final HttpAddress address;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> fields;

  private JsonWebhookChannel(
      ChannelIdentity identity,
      String method,
      HttpAddress address,
      Map<String, String> ownHeaders,
      Map<String, String> fields) {
    super(identity);
    this.method = method;
    this.address = address;
    this.fields = fields;
    if (address.authorization().isPresent()) {
      headers.put("Authorization", address.authorization().get());
    }
    for (Map.Entry<String, String> header : ownHeaders.entrySet()) {
      putHeader(header.getKey(), header.getValue());
    }
  }

  /**
   * @throws ChannelUrlException when the URL asks for what there is not
   */
  static JsonWebhookChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of(METHOD));
    String method = url.arguments().getOrDefault(METHOD, "POST").toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL's method must be one of " + String.join(", ", METHODS));
    }
    HttpAddress address = HttpAddress.of(url, url.scheme().equals("jsons") ? "https" : "http");
    return new JsonWebhookChannel(
        ChannelIdentity.of(url, address), method, address, url.headers(), url.fields());
  }

  /**
   * @throws ChannelUrlException when the URL has no usable host
   */
  static JsonWebhookChannel ofNative(String url) {
    HttpAddress address = HttpAddress.ofNative(url);
    return new JsonWebhookChannel(
        ChannelIdentity.ofNative(address), "POST", address, Map.of(), Map.of());
  }

  @Override
  HttpRequest request(Message message) {
    // The same on every try: a receiver can tell a repeat.
    String id = message.notification().id();
    return HttpRequest.json(address.url(), JsonWebhookBody.of(message, fields))
        .by(method)
        .with(Map.of("Idempotency-Key", id, "webhook-id", id))
        .with(headers);
  }

  private void putHeader(String name, String value) {
    if (HEADERS_OF_HTTP.contains(name.toLowerCase(Locale.ROOT))
        || !isToken(name)
        || !isPrintableAscii(value)) {
      throw new ChannelUrlException(
          "a +Header of the webhook's URL is not allowed, or has a name or value that HTTP cannot"
              + " carry (printable ASCII only)");
    }
    headers.put(name, value);
  }

  /** RFC 9110 §5.6.2. */
  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (" \"(),/:;<=>?@[\\]{}".indexOf(name.charAt(i)) >= 0) {
        return false;
      }
    }
    return !name.isEmpty() && isPrintableAscii(name);
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
