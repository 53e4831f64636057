package dev.mulligan.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Connects to a mail server. The mail library could connect by itself, but then nothing could end a
 * conversation that takes too long.
 */
final class MailSocket {

  private MailSocket() {}

  /**
   * Tries each of the server's addresses.
   *
   * @throws IOException if none is reachable
   */
  static Socket connect(MailServer server, MailSettings settings) throws IOException {
    Duration limit = server.options().connectTimeout().orElse(settings.connectTimeout());
    Duration answer = server.options().readTimeout().orElse(settings.readTimeout());
    IOException failure = new IOException("no address found for " + server.host());
    for (InetAddress address : InetAddress.getAllByName(server.host())) {
      try {
        return connect(named(address, server.host()), server.port(), limit, answer);
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private static Socket connect(InetAddress address, int port, Duration limit, Duration answer)
      throws IOException {
    Socket socket = new Socket();
    try {
      socket.setSoTimeout(millis(answer));
      socket.connect(new InetSocketAddress(address, port), millis(limit));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Keeps the given host name, so that no reverse look-up replaces it: the certificate is compared
   * with it.
   */
  private static InetAddress named(InetAddress address, String host) throws IOException {
    return InetAddress.getByAddress(host, address.getAddress());
  }

  private static int millis(Duration duration) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
  }
}
