package dev.mulligan.http;

import java.util.Map;

/**
 * A request with a body.
 *
 * @param url {@code http} or {@code https}, without user and password; may hold secrets
 * @param headers {@code Content-Type} among them; may hold secrets
 */
public record HttpRequest(String method, String url, Map<String, String> headers, String body) {

  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  /** Without anything that may be a secret. */
  @Override
  public String toString() {
    return "HttpRequest[" + method + "]";
  }
}
