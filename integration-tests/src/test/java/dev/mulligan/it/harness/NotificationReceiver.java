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
import java.util.function.Function;

/**
 * A real HTTP server that accepts notifications and answers {@code ok}, as Slack does, or with a
 * given reply.
 */
public final class NotificationReceiver implements AutoCloseable {

  private final BlockingQueue<ReceivedRequest> received = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private final Function<ReceivedRequest, Reply> answers;

  private NotificationReceiver(HttpServer server, Function<ReceivedRequest, Reply> answers) {
    this.server = server;
    this.answers = answers;
    server.createContext("/", this::receive);
    server.start();
  }

  public static NotificationReceiver start() {
    return answering(request -> Reply.OK);
  }

  public static NotificationReceiver answering(Function<ReceivedRequest, Reply> answers) {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return on(HttpServer.create(anyPort, 0), answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On a server of the caller's, such as an HTTPS one, that is bound and not started. */
  public static NotificationReceiver on(HttpServer server) {
    return on(server, request -> Reply.OK);
  }

  /** The same with answers of the caller's. */
  public static NotificationReceiver on(
      HttpServer server, Function<ReceivedRequest, Reply> answers) {
    return new NotificationReceiver(server, answers);
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
      ReceivedRequest request =
          new ReceivedRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              headers,
              body,
              System.nanoTime());
      received.add(request);
      answers.apply(request).give(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
