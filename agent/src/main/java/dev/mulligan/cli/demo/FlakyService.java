package dev.mulligan.cli.demo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mulligan.cli.demo.Event.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server of the demonstration: a price service that answers for tea only at the third request,
 * and the webhook.
 */
final class FlakyService implements AutoCloseable {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final int THIRD_TIME = 3;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(FlakyService::daemon);
  private final Event.Listener listener;
  private final AtomicInteger teaRequests = new AtomicInteger();
  private final CountDownLatch notified = new CountDownLatch(1);

  private FlakyService(HttpServer server, Event.Listener listener) {
    this.server = server;
    this.listener = listener;
  }

  /**
   * @throws IOException when no port of the loopback address is available
   */
  static FlakyService start(Event.Listener listener) throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    FlakyService service = new FlakyService(HttpServer.create(loopback, 0), listener);
    service.server.createContext("/price/", service::price);
    service.server.createContext("/hook", service::hook);
    service.server.setExecutor(service.threads);
    service.server.start();
    return service;
  }

  int port() {
    return server.getAddress().getPort();
  }

  boolean awaitNotification(long millis) throws InterruptedException {
    return notified.await(millis, TimeUnit.MILLISECONDS);
  }

  private void price(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean answers = path.endsWith("/tea") && teaRequests.incrementAndGet() >= THIRD_TIME;
    listener.happened(
        Source.SERVICE,
        "GET " + path + "  ->  " + (answers ? "200 OK" : "503 Service Unavailable"));
    answer(exchange, answers ? OK : UNAVAILABLE, answers ? "3.20" : "");
  }

  private void hook(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    listener.happened(Source.WEBHOOK, text(body));
    answer(exchange, OK, "");
    notified.countDown();
  }

  private static String text(String body) {
    try {
      JsonObject notification = JsonParser.parseString(body).getAsJsonObject();
      return notification.get("title").getAsString()
          + "\n"
          + notification.get("message").getAsString();
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      return body;
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "mulligan-demo");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
