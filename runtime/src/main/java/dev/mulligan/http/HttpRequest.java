package dev.mulligan.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP request with a body.
 *
 * @param url {@code http} or {@code https}, without user and password; may contain secrets
 * @param headers include {@code Content-Type}; may contain secrets; names are case-insensitive
 */
public record HttpRequest(
    String method, String url, Map<String, String> headers, String body, RequestOptions options) {

  private static final String AGENT = "Mulligan";

  public HttpRequest {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = Collections.unmodifiableMap(sorted);
  }

  /** Creates a POST request with a JSON body. */
  public static HttpRequest json(String url, String body) {
    return post(url, "application/json", body);
  }

  /** Creates a POST request with form fields (application/x-www-form-urlencoded). */
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

  /** Creates a POST request with any content. */
  public static HttpRequest post(String url, String contentType, String body) {
    return new HttpRequest(
        "POST",
        url,
        Map.of("Content-Type", contentType, "User-Agent", AGENT),
        body,
        RequestOptions.USUAL);
  }

  /** Returns a copy with another method. */
  public HttpRequest by(String otherMethod) {
    return new HttpRequest(otherMethod, url, headers, body, options);
  }

  /** Returns a copy with this header added or replaced. */
  public HttpRequest with(String header, String value) {
    return with(Map.of(header, value));
  }

  /** Returns a copy with these headers added or replaced. */
  public HttpRequest with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.putAll(more);
    return new HttpRequest(method, url, all, body, options);
  }

  public HttpRequest with(RequestOptions otherOptions) {
    return new HttpRequest(method, url, headers, body, otherOptions);
  }

  /** Omits everything that may be a secret. */
  @Override
  public String toString() {
    return "HttpRequest[" + method + "]";
  }
}
