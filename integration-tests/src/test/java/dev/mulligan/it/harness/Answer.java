package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What a {@link ScriptedServer} does with one request. */
@FunctionalInterface
public interface Answer {

  void give(Socket client) throws IOException;

  /** The connection ends with a TCP reset. */
  static Answer reset() {
    return client -> client.setSoLinger(true, 0);
  }

  /** A body without an end, until the client goes away. */
  static Answer endless() {
    return client -> {
      OutputStream out = client.getOutputStream();
      out.write("HTTP/1.1 200 Scripted\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] more = "na ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
      while (true) {
        out.write(more);
      }
    };
  }

  /** Nothing comes until the client goes away. */
  static Answer stall() {
    return client -> client.getInputStream().read();
  }

  /**
   * @param headers lines such as {@code Retry-After: 1}
   */
  static Answer status(int status, String body, String... headers) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    text.append("Content-Length: ").append(body.length()).append("\r\n");
    text.append("Connection: close\r\n\r\n").append(body);
    return client ->
        client.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
