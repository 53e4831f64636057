package dev.mulligan.tls.rehearsal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Uses the JDK's sockets once. A socket of TCP may be connected to itself (RFC 9293, section 3.5,
 * simultaneous open), so no port listens and nothing leaves the machine.
 */
public final class SelfConnection {

  private static final int LIMIT_MILLIS = 1_000;

  private SelfConnection() {}

  /**
   * Connects, sends a byte and closes; where the system does not allow it, the attempt fails.
   *
   * @throws IOException if no socket can be opened
   */
  public static void use() throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.setTcpNoDelay(true);
      exchange(socket);
    }
  }

  private static void exchange(Socket socket) {
    try {
      socket.connect(socket.getLocalSocketAddress(), LIMIT_MILLIS);
      socket.getOutputStream().write(1);
      int unused = socket.getInputStream().read();
    } catch (IOException refused) {
      // Not every system allows it, and a firewall may not.
    }
  }
}
