package dev.mulligan.mail;

import dev.mulligan.tls.rehearsal.Peer;
import dev.mulligan.tls.rehearsal.TlsPeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** A mail server in memory (RFC 5321), which accepts every login and every message. */
final class RehearsedMailServer implements Peer {

  private final @Nullable SSLEngine forStarttls;
  private final boolean greets;

  private final StringBuilder line = new StringBuilder();
  private boolean isInMessage;
  private @Nullable Peer overTls;

  private RehearsedMailServer(@Nullable SSLEngine forStarttls, boolean greets) {
    this.forStarttls = forStarttls;
    this.greets = greets;
  }

  /** Without TLS, or behind it. */
  static RehearsedMailServer plain() {
    return new RehearsedMailServer(null, true);
  }

  /**
   * @param engine for the connection after STARTTLS (RFC 3207)
   */
  static RehearsedMailServer withStarttls(SSLEngine engine) {
    return new RehearsedMailServer(engine, true);
  }

  @Override
  public byte[] greeting() {
    return greets ? bytes("220 ready") : new byte[0];
  }

  @Override
  public byte[] receive(byte[] received) throws IOException {
    if (overTls != null) {
      return overTls.receive(received);
    }
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    for (byte letter : received) {
      if (letter == '\n') {
        answers.writeBytes(answer(line.toString().strip()));
        line.setLength(0);
      } else {
        line.append((char) letter);
      }
    }
    return answers.toByteArray();
  }

  private byte[] answer(String text) throws IOException {
    if (isInMessage) {
      isInMessage = !text.equals(".");
      return isInMessage ? new byte[0] : bytes("250 accepted");
    }
    return switch (text.toUpperCase(Locale.ROOT).split(" ", 2)[0]) {
      case "EHLO" -> bytes("250-rehearsal\r\n" + starttls() + "250 AUTH PLAIN LOGIN");
      case "STARTTLS" -> startTls();
      case "AUTH" -> bytes("235 accepted");
      case "DATA" -> startMessage();
      default -> bytes("250 ok");
    };
  }

  private String starttls() {
    return forStarttls == null ? "" : "250-STARTTLS\r\n";
  }

  private byte[] startMessage() {
    isInMessage = true;
    return bytes("354 continue");
  }

  private byte[] startTls() throws IOException {
    if (forStarttls == null) {
      return bytes("502 no TLS");
    }
    overTls = new TlsPeer(forStarttls, new RehearsedMailServer(null, false));
    return bytes("220 continue");
  }

  private static byte[] bytes(String answer) {
    return (answer + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
