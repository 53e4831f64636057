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
 * An HTTP proxy that leads every tunnel, whatever host it asks for, to one local port: so a fixed
 * host name of the Internet is reached with nothing patched.
 */
public final class ConnectProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private ConnectProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  public static ConnectProxy to(int port) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      ConnectProxy proxy = new ConnectProxy(listener, port);
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
        daemon(() -> tunnel(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void tunnel(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      asked.add(head(client.getInputStream()).split(" ", -1)[1]);
      client
          .getOutputStream()
          .write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      daemon(() -> copy(server, client));
      copy(client, server);
    } catch (IOException ended) {
      // Either side has gone away: so has the tunnel.
    }
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
