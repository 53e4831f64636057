package dev.mulligan.it.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real HTTP server that takes notifications and answers {@code ok}, as Slack's does. */
public final class NotificationReceiver implements AutoCloseable {

  private final BlockingQueue<ReceivedRequest> received = new LinkedBlockingQueue<>();
  private final HttpServer server;

  private NotificationReceiver(HttpServer server) {
    this.server = server;
    server.createContext("/", this::receive);
    server.start();
  }

  public static NotificationReceiver start() {
    try {
      return on(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On a server of the caller's, such as an HTTPS one, that is bound and not started. */
  public static NotificationReceiver on(HttpServer server) {
    return new NotificationReceiver(server);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** {@code 127.0.0.1:port}. */
  public String address() {
    return "127.0.0.1:" + port();
  }

  /** Waits for the next request. */
  public ReceivedRequest next() {
    try {
      ReceivedRequest next = received.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no notification came within 20 s");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What has come and was not taken yet; does not wait. */
  public List<ReceivedRequest> rest() {
    List<ReceivedRequest> rest = new ArrayList<>();
    received.drainTo(rest);
    return rest;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(
          new ReceivedRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              headers,
              body,
              System.nanoTime()));
      byte[] ok = "ok".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, ok.length);
      exchange.getResponseBody().write(ok);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
