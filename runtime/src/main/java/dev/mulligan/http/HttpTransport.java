package dev.mulligan.http;

import java.io.IOException;

/** Brings a request to a server and its answer back. */
public interface HttpTransport {

  /**
   * Waits for the answer; redirects are not followed.
   *
   * @throws IOException when there is none, in time or at all
   * @throws IllegalArgumentException when the request itself cannot be sent; the message holds no
   *     secret
   */
  HttpAnswer send(HttpRequest request) throws IOException;
}
