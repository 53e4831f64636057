package dev.mulligan.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.lane.DeliveryBackoff;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.lane.RecordingSleeper;
import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.notify.registry.NotificationSettings.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the outbox keeps over the end of a service. */
class OutboxDeliveryTest {

  private static final Duration AMPLE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final MockWebServer server = new MockWebServer();
  private final MockWebServer other = new MockWebServer();
  private final LogLines log = new LogLines();
  private final List<NotificationService> services = new ArrayList<>();
  private final long start = System.nanoTime();
  private final RecordingSleeper sleeper = new RecordingSleeper();
  private Clock clock = Clock.fixed(Notifications.TIME, ZoneOffset.UTC);
  private Duration later = Duration.ZERO;

  @BeforeEach
  void start() throws IOException {
    server.start();
    other.start();
  }

  @AfterEach
  void stop() {
    services.forEach(service -> service.close(Duration.ZERO));
    server.close();
    other.close();
  }

  @Test
  void whatCouldNotBeSentIsSentByTheNextService() throws Exception {
    server.enqueue(stall());
    NotificationService earlier = service(500, channel(server));
    earlier.submit(Notifications.critical("one"));
    nextId(server);
    earlier.submit(Notifications.critical("two"));

    assertThat(earlier.close(Duration.ZERO)).isZero();
    assertThat(log.rest())
        .contains("INFO Notifications kept in the outbox for the next start: 2")
        .noneMatch(line -> line.contains("could not be sent"));

    server.enqueue(ok());
    server.enqueue(ok());
    service(500, channel(server));
    assertThat(log.next()).isEqualTo("INFO Incidents that an earlier process left open: 1");
    assertThat(log.next())
        .isEqualTo("INFO Notifications that an earlier process left in the outbox: 2");
    assertThat(nextId(server)).isEqualTo("one");
    assertThat(nextId(server)).isEqualTo("two");
    services.get(1).close(AMPLE);
    assertThat(files()).isEmpty();
  }

  @Test
  void moreMayWaitThanTheMemoryHolds() {
    for (int i = 0; i < 1_000; i++) {
      server.enqueue(ok());
    }
    NotificationService service = service(3, channel(server));
    for (int i = 0; i < 1_000; i++) {
      service.submit(Notifications.critical("id " + i));
    }
    service.close(AMPLE);

    assertThat(service.health().get(0).sent()).isEqualTo(1_000);
    assertThat(service.health().get(0).dropped()).isZero();
  }

  @Test
  void healthSaysWhatIsInTheOutbox() throws Exception {
    server.enqueue(stall());
    NotificationService service = service(500, channel(server));
    service.submit(Notifications.critical("one"));
    service.submit(Notifications.critical("two"));
    nextId(server);

    assertThat(service.health().get(0).stored()).isEqualTo(2);
    assertThat(service.health().get(0).queued()).isEqualTo(2);
  }

  @Test
  void aChannelThatHasItIsNotAskedAgain() throws Exception {
    server.enqueue(ok());
    other.enqueue(stall());
    NotificationService earlier = service(500, channel(server), channel(other));
    earlier.submit(Notifications.critical("one"));
    nextId(server);
    nextId(other);
    awaitSent(earlier, 1);
    earlier.close(Duration.ZERO);

    other.enqueue(ok());
    service(500, channel(server), channel(other)).health();
    assertThat(nextId(other)).isEqualTo("one");
    services.get(1).close(AMPLE);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aChannelThatIsNoLongerConfiguredIsSaidAndTheOthersGetIt() throws Exception {
    server.enqueue(stall());
    other.enqueue(stall());
    NotificationService earlier = service(500, channel(server), channel(other));
    earlier.submit(Notifications.critical("one"));
    nextId(server);
    nextId(other);
    earlier.close(Duration.ZERO);
    log.rest();

    other.enqueue(ok());
    service(500, channel(other));
    assertThat(nextId(other)).isEqualTo("one");
    log.next();
    log.next();
    assertThat(log.next())
        .isEqualTo(
            "WARNING Notifications in the outbox not sent, because their channels are no longer"
                + " configured: 1");
    services.get(1).close(AMPLE);
    assertThat(files()).isEmpty();
  }

  @Test
  void noSecretReachesTheDisk() throws Exception {
    server.enqueue(stall());
    NotificationService service = service(500, channel(server));
    CallReport call = Notifications.failing("password=hunter2 and more");
    service.submit(Notifications.of(call, Map.of("api-key", "abcdefgh", "team", "checkout")));

    String stored = Files.readString(files().get(0), StandardCharsets.ISO_8859_1);
    assertThat(stored)
        .contains("and more", "checkout")
        .doesNotContain("hunter2", "abcdefgh", "s3cr3t");
  }

  @Test
  void anOutboxThatFailsLeavesTheMemory() throws Exception {
    Files.writeString(folder.resolve("outbox"), "a file");
    server.enqueue(ok());
    NotificationService service = service(500, channel(server));
    service.submit(Notifications.critical("one"));

    assertThat(nextId(server)).isEqualTo("one");
    service.close(AMPLE);
    assertThat(log.rest()).anyMatch(line -> line.contains("it is a file, not a folder"));
  }

  @Test
  void theChainIsFollowedByTheNextService() throws Exception {
    server.enqueue(stall());
    Channel first = new Channel(url(server), Set.of("0:oncall"));
    Channel second = new Channel(url(other), Set.of("1:oncall"));
    NotificationService earlier = service(500, first, second);
    earlier.submit(Notifications.critical(TagSelection.parse("oncall")));
    nextId(server);
    earlier.close(Duration.ZERO);

    server.enqueue(new MockResponse.Builder().code(413).build());
    other.enqueue(ok());
    service(500, first, second);
    assertThat(nextId(other)).isEqualTo("id-1");
    services.get(1).close(AMPLE);
    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(files()).isEmpty();
  }

  @Test
  void aReceiverThatIsAwayForLongGetsItInTheEnd() throws Exception {
    enqueue(server, 6, unavailable());
    enqueue(server, 6, new MockResponse.Builder().code(404).build());
    server.enqueue(ok());
    NotificationService service = service(500, channel(server));
    service.submit(Notifications.critical("one"));
    awaitSent(service, 1);

    assertThat(server.getRequestCount()).isEqualTo(13);
    // The lowest jitter: half of 1, 2, 4 and 8 seconds, then of 5 seconds doubled up to 5 minutes.
    assertThat(sleeper.slept.stream().map(Duration::toMillis))
        .containsExactly(
            500L, 1_000L, 2_000L, 4_000L, 2_500L, 5_000L, 10_000L, 20_000L, 40_000L, 80_000L,
            150_000L, 150_000L);
    assertThat(service.health().get(0).failed()).isZero();
    service.close(AMPLE);
    assertThat(files()).isEmpty();
    assertThat(log.rest())
        .anyMatch(line -> line.contains("are paused"))
        .anyMatch(line -> line.startsWith("INFO Notifications reach "))
        .noneMatch(line -> line.contains("lost"));
  }

  @Test
  void whatAChannelAloneRefusesIsGivenUp() throws Exception {
    server.setDispatcher(refusing("poison"));
    NotificationService service = service(500, channel(server));
    service.submit(Notifications.critical("poison"));
    for (int other = 1; other <= DeliveryBackoff.MOST_PASSED; other++) {
      awaitRounds(sleeper.slept.size() + 3);
      service.submit(Notifications.critical("other " + other, "com.acme.Other.run()"));
      awaitSent(service, other);
    }
    awaitThat(() -> service.health().get(0).failed() == 1);
    service.close(AMPLE);

    assertThat(files()).isEmpty();
    assertThat(service.health().get(0).sent()).isEqualTo(DeliveryBackoff.MOST_PASSED);
  }

  @Test
  void whatIsRecoveredIsSentInTheOrderOfItsTimesWhateverItsPlaceInTheFiles() throws Exception {
    server.enqueue(stall());
    NotificationService earlier = service(500, channel(server));
    for (int second : new int[] {0, 3, 1, 2}) {
      earlier.submit(
          Notifications.critical("second " + second, Notifications.TIME.plusSeconds(second)));
    }
    nextId(server);
    earlier.close(Duration.ZERO);

    enqueue(server, 4, ok());
    service(500, channel(server));
    for (int second = 0; second < 4; second++) {
      assertThat(nextId(server)).isEqualTo("second " + second);
    }
  }

  @Test
  void duringAnOutageTheNotificationsOfEachIncidentKeepTheirOrder() throws Exception {
    enqueue(server, 11, unavailable());
    enqueue(server, 6, ok());
    NotificationService service = service(500, channel(server));
    for (int i = 0; i < 3; i++) {
      service.submit(Notifications.critical("a" + i, "com.acme.A.run()"));
      service.submit(Notifications.critical("b" + i, "com.acme.B.run()"));
    }
    awaitSent(service, 6);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      ids.add(nextId(server));
    }

    List<String> sent = ids.subList(11, 17);
    assertThat(ids.subList(0, 11)).contains("a0", "b0");
    assertThat(sent).filteredOn(id -> id.startsWith("a")).containsExactly("a0", "a1", "a2");
    assertThat(sent).filteredOn(id -> id.startsWith("b")).containsExactly("b0", "b1", "b2");
    service.close(AMPLE);
    assertThat(files()).isEmpty();
  }

  @Test
  void whatIsADayOldIsGivenUp() throws Exception {
    enqueue(server, DeliveryBackoff.TRIES, unavailable());
    later = DeliveryBackoff.LONGEST_KEPT;
    NotificationService service = service(500, channel(server));
    service.submit(Notifications.critical("one"));
    awaitThat(() -> service.health().get(0).failed() == 1);
    service.close(AMPLE);

    assertThat(service.health().get(0).failed()).isEqualTo(1);
    assertThat(files()).isEmpty();
  }

  /** Also what an earlier process left gets another hour. */
  @Test
  void aClockThatJumpsByDaysEndsNoRounds() throws Exception {
    server.setDispatcher(refusing("left"));
    NotificationService earlier = service(500, channel(server));
    earlier.submit(Notifications.critical("left"));
    awaitRounds(DeliveryBackoff.TRIES);
    earlier.close(Duration.ZERO);
    clock = Clock.offset(clock, Duration.ofDays(30));
    sleeper.slept.clear();
    NotificationService service = service(500, channel(server));
    awaitRounds(2 * DeliveryBackoff.TRIES);
    server.setDispatcher(refusing("none"));
    awaitSent(service, 1);
    service.close(AMPLE);

    assertThat(service.health().get(0).failed()).isZero();
    assertThat(files()).isEmpty();
  }

  @Test
  void theNextStageIsAskedAfterOneRound() throws Exception {
    enqueue(server, DeliveryBackoff.TRIES, unavailable());
    other.enqueue(ok());
    NotificationService service =
        service(
            500,
            new Channel(url(server), Set.of("0:oncall")),
            new Channel(url(other), Set.of("1:oncall")));
    service.submit(Notifications.critical(TagSelection.parse("oncall")));

    assertThat(nextId(other)).isEqualTo("id-1");
    service.close(AMPLE);
    assertThat(server.getRequestCount()).isEqualTo(DeliveryBackoff.TRIES);
    assertThat(files()).isEmpty();
  }

  private NotificationService service(int memory, Channel... channels) {
    DeliverySettings.Outbox outbox =
        new DeliverySettings.Outbox(
            folder.resolve("outbox").toFile(), DeliverySettings.Outbox.DEFAULT_SIZE);
    NotificationSettings settings =
        new NotificationSettings(
            List.of(channels),
            List.of(),
            HttpSettings.DEFAULTS,
            new DeliverySettings(Optional.of(outbox), Optional.empty(), Optional.empty()));
    NotificationService service =
        new NotificationService(
            settings,
            Map.of(),
            log.log(),
            new DeliveryTerms(
                memory,
                Duration.ofMillis(50),
                sleeper,
                () -> 0,
                clock,
                () -> start + sleeper.nanoTime() + later.toNanos()));
    services.add(service);
    return service;
  }

  /** The files of notifications; incidents stay open after the end. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      return files.filter(file -> file.toString().endsWith(".outbox")).toList();
    }
  }

  private static void awaitSent(NotificationService service, int notifications) {
    awaitThat(() -> service.health().get(0).sent() >= notifications);
  }

  private void awaitRounds(int sleeps) {
    awaitThat(() -> sleeper.slept.size() >= sleeps);
  }

  private static void awaitThat(BooleanSupplier condition) {
    long until = System.nanoTime() + AMPLE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  private static void enqueue(MockWebServer server, int times, MockResponse response) {
    for (int i = 0; i < times; i++) {
      server.enqueue(response);
    }
  }

  private static Dispatcher refusing(String id) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return id.equals(request.getHeaders().get("webhook-id")) ? unavailable() : ok();
      }
    };
  }

  private static String nextId(MockWebServer server) throws InterruptedException {
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    return request == null
        ? "no request came"
        : String.valueOf(request.getHeaders().get("webhook-id"));
  }

  private static Channel channel(MockWebServer server) {
    return new Channel(url(server), Set.of());
  }

  private static String url(MockWebServer server) {
    return "json://127.0.0.1:" + server.getPort() + "/hooks/s3cr3t-t0k3n";
  }

  private static MockResponse ok() {
    return new MockResponse.Builder().build();
  }

  private static MockResponse unavailable() {
    return new MockResponse.Builder().code(503).build();
  }

  private static MockResponse stall() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }
}
