package dev.mulligan.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request with a body.
 *
 * @param url {@code http} or {@code https}, without user and password; may hold secrets
 * @param headers {@code Content-Type} among them; may hold secrets. Their names in any case
 */
public record HttpRequest(
    String method, String url, Map<String, String> headers, String body, RequestOptions options) {

  private static final String AGENT = "Mulligan";

  public HttpRequest {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = Collections.unmodifiableMap(sorted);
  }

  /** A POST of JSON. */
  public static HttpRequest json(String url, String body) {
    return post(url, "application/json", body);
  }

  /** A POST of fields as a browser's form sends them (application/x-www-form-urlencoded). */
  public static HttpRequest form(String url, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(body.length() == 0 ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return post(url, "application/x-www-form-urlencoded", body.toString());
  }

  /** A POST of any content. */
  public static HttpRequest post(String url, String contentType, String body) {
    return new HttpRequest(
        "POST",
        url,
        Map.of("Content-Type", contentType, "User-Agent", AGENT),
        body,
        RequestOptions.USUAL);
  }

  /** With another method. */
  public HttpRequest by(String otherMethod) {
    return new HttpRequest(otherMethod, url, headers, body, options);
  }

  /** With a header more, or another value for one that is there. */
  public HttpRequest with(String header, String value) {
    return with(Map.of(header, value));
  }

  /** With headers more, or other values for those that are there. */
  public HttpRequest with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.putAll(more);
    return new HttpRequest(method, url, all, body, options);
  }

  public HttpRequest with(RequestOptions otherOptions) {
    return new HttpRequest(method, url, headers, body, otherOptions);
  }

  /** Without anything that may be a secret. */
  @Override
  public String toString() {
    return "HttpRequest[" + method + "]";
  }
}
