package dev.mulligan.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mulligan.thread.MulliganThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Serves {@code GET /metrics} with the JDK's HTTP server. Must be started on a daemon thread,
 * because the server's own thread inherits that property.
 */
final class MetricsServer implements AutoCloseable {

  private static final String PATH = "/metrics";
  private static final int NO_BODY = -1;
  private static final int THREADS = 2;
  private static final long IDLE_SECONDS = 5;

  private final MetricsPage page;
  private final HttpServer server;
  private final ExecutorService workers;

  private MetricsServer(MetricsPage page, HttpServer server, ExecutorService workers) {
    this.page = page;
    this.server = server;
    this.workers = workers;
  }

  /**
   * @throws IOException if the port is in use or the address is not local
   */
  static MetricsServer start(InetSocketAddress address, MetricsPage page) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> MulliganThread.named("metrics", task));
    workers.allowCoreThreadTimeOut(true);
    server.setExecutor(workers);
    MetricsServer metrics = new MetricsServer(page, server, workers);
    server.createContext("/", metrics::serve);
    server.start();
    return metrics;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        answer(exchange, 405, "text/plain", "");
      } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
        answer(exchange, 404, "text/plain; charset=utf-8", "See /metrics\n");
      } else {
        String accept =
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept")).orElse("");
        MetricsPage.Written written = page.write(accept);
        answer(exchange, 200, written.contentType(), written.text());
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, hasBody ? body.length : NO_BODY);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
