package dev.mulligan.benchmarks.library;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers at once, on loopback, with connections kept alive; every second call of one path fails.
 */
final class HealthyServer implements AutoCloseable {

  private static final byte[] BODY = new byte[1_024];

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicInteger flaky = new AtomicInteger();

  HealthyServer() throws IOException {
    // Else each answer waits 40 ms for a delayed acknowledgement, and that is all one measures.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, 200));
    server.createContext(
        "/flaky", exchange -> answer(exchange, flaky.getAndIncrement() % 2 == 0 ? 503 : 200));
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
