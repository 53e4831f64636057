package dev.mulligan.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that greets with 554, as a relay does during its maintenance, until it is up. */
public final class MailRelay implements AutoCloseable {

  private final ServerSocket socket;
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private volatile boolean isUp;

  private MailRelay(ServerSocket socket) {
    this.socket = socket;
  }

  public static MailRelay refusing() {
    try {
      MailRelay relay = new MailRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread unused = Connections.accept(relay.socket, relay::serve);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Accepts every mail from now on. */
  public void up() {
    isUp = true;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** The content of each mail that was accepted. */
  public List<String> mails() {
    return List.copyOf(mails);
  }

  private void serve(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    say(client, isUp ? "220 relay" : "554 no SMTP service here");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.toUpperCase(Locale.ROOT);
      if (command.startsWith("DATA")) {
        say(client, "354 go on");
        mails.add(content(in));
      }
      say(client, command.startsWith("QUIT") ? "221 bye" : "250 ok");
    }
  }

  private static String content(BufferedReader in) throws IOException {
    StringBuilder content = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      content.append(line).append('\n');
    }
    return content.toString();
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() {
    Closing.now(socket);
  }
}
