package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy that routes every tunnel, for any host, to one local port, and every other request
 * to another port. So tests can use fixed Internet host names without patching anything.
 */
public final class ConnectProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int tunnels;
  private final int requests;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private ConnectProxy(ServerSocket listener, int tunnels, int requests) {
    this.listener = listener;
    this.tunnels = tunnels;
    this.requests = requests;
  }

  /** Tunnels and requests go to the same port. */
  public static ConnectProxy to(int port) {
    return to(port, port);
  }

  /**
   * @param tunnels the port of a server of TLS
   * @param requests the port of a server of plain HTTP, which is given them with their whole URL
   */
  public static ConnectProxy to(int tunnels, int requests) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      ConnectProxy proxy = new ConnectProxy(listener, tunnels, requests);
      daemon(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** The hosts and ports that tunnels were asked for, such as {@code hooks.slack.com:443}. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void accept() {
    while (true) {
      try {
        Socket client = listener.accept();
        daemon(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      String[] start = head.split(" ", 3);
      boolean tunnel = start[0].equals("CONNECT");
      try (Socket server =
          new Socket(InetAddress.getLoopbackAddress(), tunnel ? tunnels : requests)) {
        if (tunnel) {
          asked.add(start[1]);
          say(client, "HTTP/1.1 200 Connected\r\n\r\n");
        } else {
          say(server, head);
        }
        daemon(() -> copy(server, client));
        copy(client, server);
      }
    } catch (IOException ended) {
      // Either side has gone away: so has the tunnel.
    }
  }

  private static void say(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("no request");
      }
      head.append((char) c);
    }
    return head.toString();
  }

  private static void copy(Socket from, Socket to) {
    try {
      OutputStream out = to.getOutputStream();
      from.getInputStream().transferTo(out);
      to.shutdownOutput();
    } catch (IOException ended) {
      // Either side has gone away.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "connect proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    Closing.now(listener);
  }
}
