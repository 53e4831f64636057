package dev.mulligan.http;

import java.io.IOException;

/** Sends an HTTP request and returns the response. */
public interface HttpTransport {

  /**
   * Blocks until the response arrives; does not follow redirects.
   *
   * @throws IOException if there is no response, or not in time
   * @throws IllegalArgumentException if the request itself is invalid; the message contains no
   *     secret
   */
  HttpAnswer send(HttpRequest request) throws IOException;
}
