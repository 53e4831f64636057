package dev.mulligan.http;

import dev.mulligan.tls.rehearsal.Peer;
import java.nio.charset.StandardCharsets;

/** An HTTP server in memory that says the same whatever it receives. */
final class RehearsedReceiver implements Peer {

  private static final String ACCEPTS =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
          + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

  private String answers;

  private RehearsedReceiver(String answers) {
    this.answers = answers;
  }

  /** Accepts two messages. */
  static RehearsedReceiver accepting() {
    return new RehearsedReceiver(ACCEPTS);
  }

  /** Closes the connection without an answer. */
  static RehearsedReceiver closing() {
    return new RehearsedReceiver("");
  }

  @Override
  public byte[] greeting() {
    return new byte[0];
  }

  @Override
  public byte[] receive(byte[] received) {
    byte[] answer = answers.getBytes(StandardCharsets.US_ASCII);
    answers = "";
    return answer;
  }
}
