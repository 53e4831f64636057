package dev.mulligan.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A TLS proxy in front of a {@link MailServer}, which supports neither the tests' own certificate
 * nor STARTTLS.
 */
public final class MailTls implements AutoCloseable {

  private final ServerSocket listener;
  private final SSLContext context;
  private final int server;

  private MailTls(ServerSocket listener, SSLContext context, int server) {
    this.listener = listener;
    this.context = context;
    this.server = server;
  }

  /** TLS from the first byte on (smtps). */
  public static MailTls fromTheStart(TestAuthority authority, MailServer server) {
    MailTls front = on(authority, server);
    front.accept(front::encrypted);
    return front;
  }

  /** TLS after the client's STARTTLS (RFC 3207), before which nothing but EHLO is answered. */
  public static MailTls startTls(TestAuthority authority, MailServer server) {
    MailTls front = on(authority, server);
    front.accept(front::plainFirst);
    return front;
  }

  private static MailTls on(TestAuthority authority, MailServer server) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      return new MailTls(listener, authority.context(), server.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  private interface Conversation {
    void with(Socket client, Socket behind) throws IOException;
  }

  private void accept(Conversation conversation) {
    daemon(
        () -> {
          while (true) {
            try {
              Socket client = listener.accept();
              daemon(() -> serve(client, conversation));
            } catch (IOException closed) {
              return;
            }
          }
        });
  }

  private void serve(Socket client, Conversation conversation) {
    try (client;
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
      conversation.with(client, behind);
    } catch (IOException ended) {
      // Either side has gone away.
    }
  }

  private void encrypted(Socket client, Socket behind) throws IOException {
    try (SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(client, null, true)) {
      secure.setUseClientMode(false);
      daemon(() -> copy(behind, secure));
      copy(secure, behind);
    }
  }

  private void plainFirst(Socket client, Socket behind) throws IOException {
    BufferedReader server = reader(behind.getInputStream());
    say(client, server.readLine());
    for (String line = line(client); !line.isEmpty(); line = line(client)) {
      switch (line.toUpperCase(Locale.ROOT).replaceFirst(" .*", "")) {
        case "EHLO" -> {
          say(behind, line);
          say(client, greeting(server));
        }
        case "STARTTLS" -> {
          say(client, "220 Ready to start TLS");
          encrypted(client, behind);
          return;
        }
        case "QUIT" -> {
          say(client, "221 Bye");
          return;
        }
        default -> say(client, "530 Must issue a STARTTLS command first");
      }
    }
  }

  /** The server's answer to EHLO, with nothing in it but STARTTLS. */
  private static String greeting(BufferedReader server) throws IOException {
    String first = server.readLine();
    for (String line = first; line.startsWith("250-"); line = server.readLine()) {
      // What the server can do without TLS is not to be had.
    }
    return first.replaceFirst("^250[ -]", "250-") + "\r\n250 STARTTLS";
  }

  /** Byte by byte: what follows STARTTLS is not text. */
  private static String line(Socket client) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = client.getInputStream().read(); c >= 0 && c != '\n'; ) {
      line.append((char) c);
      c = client.getInputStream().read();
    }
    return line.toString().strip();
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
  }

  private static void say(Socket to, String line) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException ended) {
      // Either side has gone away.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "mail TLS");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    Closing.now(listener);
  }
}
