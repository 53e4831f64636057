package dev.mulligan.metrics;

import dev.mulligan.thread.MulliganThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code GET /metrics} on one daemon thread, within bounds that protect the application: a
 * few connections at a time, each for a few seconds. A further connection closes the oldest one.
 *
 * <p>Not the JDK's HTTP server, nor Prometheus' exporter, which uses it: their limits on
 * connections and on the time for a request are system properties of the whole process ({@code
 * jdk.httpserver.maxConnections}, {@code sun.net.httpserver.maxReqTime}), which belong to the
 * application. Without these, requests that are sent in part hold a descriptor each without end.
 */
final class MetricsServer implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 16;
  private static final long DEADLINE_NANOS = 5_000_000_000L;
  private static final long PAUSE_MILLIS = 1_000;
  private static final long LONGEST_END_MILLIS = 1_000;

  private final Selector selector;
  private final ServerSocketChannel listener;
  private final SelectionKey accepting;
  private final MetricsResponses responses;
  private final Deque<HttpConnection> connections = new ArrayDeque<>();
  private final Thread thread = MulliganThread.named("metrics", this::run);
  private volatile boolean isClosed;

  private MetricsServer(Selector selector, ServerSocketChannel listener, MetricsResponses responses)
      throws IOException {
    this.selector = selector;
    this.listener = listener;
    this.accepting = listener.register(selector, SelectionKey.OP_ACCEPT);
    this.responses = responses;
  }

  /**
   * @throws IOException when the port is taken or the address is not this machine's
   */
  static MetricsServer start(InetSocketAddress address, MetricsPage page) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    Selector selector = null;
    try {
      listener.bind(address, MOST_CONNECTIONS);
      listener.configureBlocking(false);
      selector = Selector.open();
      MetricsServer server =
          new MetricsServer(
              selector, listener, new MetricsResponses(page, AllowedHosts.of(address)));
      server.thread.start();
      return server;
    } catch (IOException | RuntimeException | Error e) {
      close(listener);
      close(selector);
      throw e;
    }
  }

  private void run() {
    try {
      while (!isClosed) {
        serve();
      }
    } catch (IOException | RuntimeException selectorIsGone) {
      // There are no metrics any more; the application goes on.
    } finally {
      connections.forEach(HttpConnection::close);
      close(listener);
      close(selector);
    }
  }

  private void serve() throws IOException {
    selector.select(connections.isEmpty() && accepting.interestOps() != 0 ? 0 : PAUSE_MILLIS);
    accepting.interestOps(SelectionKey.OP_ACCEPT);
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.attachment() instanceof HttpConnection connection) {
        connection.advance();
      } else {
        accept();
      }
    }
    selector.selectedKeys().clear();
    closeEnded();
  }

  /** Without a free descriptor the next try waits: the connection stays in the queue. */
  private void accept() {
    try {
      SocketChannel accepted = listener.accept();
      if (accepted != null) {
        add(accepted);
      }
    } catch (IOException | OutOfMemoryError e) {
      accepting.interestOps(0);
    }
  }

  private void add(SocketChannel accepted) throws IOException {
    try {
      if (connections.size() >= MOST_CONNECTIONS) {
        connections.removeFirst().close();
      }
      accepted.configureBlocking(false);
      HttpConnection connection =
          new HttpConnection(accepted, responses, System.nanoTime() + DEADLINE_NANOS);
      connection.register(selector);
      connections.addLast(connection);
    } catch (IOException | RuntimeException | Error e) {
      accepted.close();
      throw e;
    }
  }

  private void closeEnded() {
    List<HttpConnection> open = new ArrayList<>(connections);
    long now = System.nanoTime();
    for (HttpConnection connection : open) {
      if (connection.isOver(now)) {
        connection.close();
        connections.remove(connection);
      }
    }
  }

  private static void close(@Nullable AutoCloseable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (Exception e) {
      // It is closed as far as it can be.
    }
  }

  /** Waits for the thread, which closes the port, a second at most. */
  @Override
  public void close() {
    isClosed = true;
    selector.wakeup();
    try {
      thread.join(LONGEST_END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
