package dev.mulligan.benchmarks.library;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on loopback that answers at once and keeps connections alive; the first call of
 * each path below {@code /flaky/} fails.
 */
final class HealthyServer implements AutoCloseable {

  private static final byte[] BODY = new byte[1_024];

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

  HealthyServer() throws IOException {
    // Otherwise each answer waits 40 ms for a delayed acknowledgement, which would dominate the
    // measurement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, 200));
    server.createContext(
        "/flaky/",
        exchange ->
            answer(exchange, failedOnce.add(exchange.getRequestURI().getPath()) ? 503 : 200));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, BODY.length);
    exchange.getResponseBody().write(BODY);
    exchange.close();
  }
}
