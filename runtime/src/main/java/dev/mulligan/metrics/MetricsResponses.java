package dev.mulligan.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the metrics port answers. */
final class MetricsResponses {

  static final byte[] TOO_LARGE = plain("431 Request Header Fields Too Large", "", true);

  private static final String PATH = "/metrics";
  private static final String TEXT = "text/plain; charset=utf-8";

  private final MetricsPage page;
  private final AllowedHosts hosts;

  MetricsResponses(MetricsPage page, AllowedHosts hosts) {
    this.page = page;
    this.hosts = hosts;
  }

  byte[] to(RequestHead request) {
    boolean hasBody = !request.method().equals("HEAD");
    if (request.method().isEmpty()) {
      return plain("400 Bad Request", "", true);
    }
    if (!hosts.allows(request.host())) {
      return plain(
          "403 Forbidden",
          "This port is for this machine: address it as localhost or 127.0.0.1.\n",
          hasBody);
    }
    if (!request.method().equals("GET") && hasBody) {
      return response("405 Method Not Allowed\r\nAllow: GET, HEAD", TEXT, "", true);
    }
    if (!request.path().equals(PATH)) {
      return plain("404 Not Found", "See /metrics\n", hasBody);
    }
    try {
      MetricsPage.Written written = page.write(request.accept());
      return response("200 OK", written.contentType(), written.text(), hasBody);
    } catch (IOException | RuntimeException e) {
      return plain("500 Internal Server Error", "The metrics could not be read.\n", hasBody);
    }
  }

  private static byte[] plain(String status, String text, boolean hasBody) {
    return response(status, TEXT, text, hasBody);
  }

  private static byte[] response(String status, String type, String text, boolean hasBody) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    byte[] headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[headBytes.length + (hasBody ? body.length : 0)];
    System.arraycopy(headBytes, 0, all, 0, headBytes.length);
    if (hasBody) {
      System.arraycopy(body, 0, all, headBytes.length, body.length);
    }
    return all;
  }
}
