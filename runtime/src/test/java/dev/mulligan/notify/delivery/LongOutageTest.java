package dev.mulligan.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mulligan.http.HttpSettings;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.lane.DeliveryPause;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.notify.registry.NotificationSettings;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A receiver is away for half an hour, first with 503, then with 404, while failures go on. The
 * test moves the notifier's time, so that half an hour takes seconds. Without grouping and storm
 * cap each failure is a notification of its own, which is the worst case. With 100,000:
 *
 * <pre>{@code
 * mvn -q -pl api,runtime test -Dtest=LongOutageTest -Dmulligan.outage.failures=100000
 * }</pre>
 */
class LongOutageTest {

  private static final int FAILURES = Integer.getInteger("mulligan.outage.failures", 2_000);
  private static final int INCIDENTS = 100;
  private static final Duration OUTAGE = Duration.ofMinutes(30);
  private static final long MAX_SIZE = 512L * 1_024 * 1_024;

  @TempDir Path folder;

  private final DrivenTime time = new DrivenTime();
  private final LogLines log = new LogLines();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<Integer> accepted = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean isUp;
  private HttpServer receiver;

  /** Passes when the test says so. */
  private static final class DrivenTime implements DeliveryPause {
    // Guarded by this.
    private long now;
    private long sleepsUntil;

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
      sleepsUntil = now + duration.toNanos();
      notifyAll();
      while (now < sleepsUntil) {
        wait();
      }
    }

    @Override
    public synchronized long nanoTime() {
      return now;
    }

    synchronized void advance(Duration duration) {
      now += duration.toNanos();
      notifyAll();
    }

    /** Waits until the lane has made the attempt that is due, and sleeps again. */
    synchronized void awaitSleep() throws InterruptedException {
      long until = System.nanoTime() + 10_000_000_000L;
      while (sleepsUntil <= now && System.nanoTime() < until) {
        wait(10);
      }
    }
  }

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::answer);
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void everyFailureOfHalfAnHourIsDeliveredOnceAndInOrder() throws Exception {
    long before = usedHeap();
    NotificationService service = service();
    for (int i = 0; i < FAILURES; i++) {
      service.submit(
          Notifications.critical(Integer.toString(i), "com.acme.Task" + i % INCIDENTS + ".run()"));
      time.awaitSleep();
      time.advance(OUTAGE.dividedBy(FAILURES));
    }
    time.awaitSleep();
    ChannelHealth during = service.health().get(0);
    long heap = (usedHeap() - before) / 1_024;
    long disk = sizeOf(folder.resolve("outbox").toFile());

    isUp = true;
    long start = System.nanoTime();
    while (service.health().get(0).sent() < FAILURES && secondsSince(start) < 600) {
      time.advance(Duration.ofSeconds(10));
      Thread.sleep(5);
    }
    System.out.printf(
        "%d failures in an outage of %d min: %d requests refused; waiting: %d KB of heap, %d KB of"
            + " disk; delivered within %.1f s of the receiver's return%n",
        FAILURES, OUTAGE.toMinutes(), refused.get(), heap, disk / 1_024, secondsSince(start));

    assertThat(during.stored()).isEqualTo(FAILURES);
    assertThat(during.paused()).isPresent();
    assertThat(accepted).hasSize(FAILURES).doesNotHaveDuplicates();
    assertThat(outOfOrder()).isEmpty();
    assertThat(service.health().get(0))
        .extracting(ChannelHealth::sent, ChannelHealth::failed, ChannelHealth::dropped)
        .containsExactly((long) FAILURES, 0L, 0L);
    assertThat(refused.get()).isBetween(8, 40);
    assertThat(disk).isLessThan(MAX_SIZE);
    service.close(Duration.ofSeconds(10));
    assertThat(sizeOf(folder.resolve("outbox").toFile())).isZero();
  }

  private List<Integer> outOfOrder() {
    int[] last = new int[INCIDENTS];
    List<Integer> outOfOrder = new ArrayList<>();
    for (int id : accepted) {
      if (id < last[id % INCIDENTS]) {
        outOfOrder.add(id);
      }
      last[id % INCIDENTS] = id;
    }
    return outOfOrder;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (isUp) {
        accepted.add(Integer.parseInt(exchange.getRequestHeaders().getFirst("webhook-id")));
        exchange.sendResponseHeaders(200, -1);
      } else {
        exchange.sendResponseHeaders(refused.incrementAndGet() <= 3 ? 503 : 404, -1);
      }
    }
  }

  private NotificationService service() {
    DeliverySettings.Outbox outbox =
        new DeliverySettings.Outbox(folder.resolve("outbox").toFile(), MAX_SIZE);
    NotificationSettings.Channel channel =
        new NotificationSettings.Channel(
            "json://127.0.0.1:" + receiver.getAddress().getPort() + "/hook", Set.of());
    return new NotificationService(
        new NotificationSettings(
            List.of(channel),
            List.of(),
            HttpSettings.DEFAULTS,
            DeliverySettings.PLAIN.withOutbox(Optional.of(outbox))),
        Map.of(),
        log.log(),
        new DeliveryTerms(
            500,
            Duration.ofSeconds(10),
            time,
            () -> 0,
            Clock.fixed(Notifications.TIME, ZoneOffset.UTC)));
  }

  private static long usedHeap() throws InterruptedException {
    System.gc();
    Thread.sleep(100);
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long sizeOf(File outbox) {
    long size = 0;
    for (File file : Objects.requireNonNull(outbox.listFiles())) {
      size += file.getName().endsWith(".outbox") ? file.length() : 0;
    }
    return size;
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
