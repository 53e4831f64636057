package dev.mulligan.benchmarks.notify;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A local server that accepts notifications, or leaves them without an answer. */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean answers = true;

  // Guarded by this.
  private int messages;
  private long occurrences;
  private long firstNanos;
  private long lastNanos;

  private Receiver(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  static Receiver start() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new Receiver(HttpServer.create(anyPort, 0));
  }

  String url() {
    return "json://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void answers(boolean now) {
    answers = now;
  }

  synchronized int messages() {
    return messages;
  }

  /** The number of failures that the notifications represent. */
  synchronized long occurrences() {
    return occurrences;
  }

  /** The time from the first to the last notification. */
  synchronized double millis() {
    return (lastNanos - firstNanos) / 1_000_000.0;
  }

  synchronized boolean awaitMessages(int count, long seconds) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (messages < count && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.timedWait(this, 100);
    }
    return messages >= count;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!answers) {
        Thread.sleep(TimeUnit.MINUTES.toMillis(1));
        return;
      }
      count(JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject());
      exchange.sendResponseHeaders(204, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void count(JsonObject notification) {
    lastNanos = System.nanoTime();
    firstNanos = messages == 0 ? lastNanos : firstNanos;
    messages++;
    occurrences += notification.get("occurrences").getAsLong();
    notifyAll();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
