package dev.mulligan.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.http.HttpSettings;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.lane.DeliveryBackoff;
import dev.mulligan.notify.lane.DeliveryPause;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.lane.RecordingSleeper;
import dev.mulligan.notify.lane.Terms;
import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.thread.MulliganThread;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationServiceTest {

  private static final Duration AMPLE = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();
  private final MockWebServer other = new MockWebServer();
  private final RecordingSleeper sleeper = new RecordingSleeper();
  private final LogLines log = new LogLines();
  private final List<NotificationService> services = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();

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
  void deliversToEveryChannelAndSaysSo() throws Exception {
    server.enqueue(ok());
    other.enqueue(ok());
    NotificationService service = service(channel(url(server)), channel(url(other)));

    service.submit(Notifications.critical());

    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 2 channels");
    assertThat(bodyOf(server.takeRequest()).get("operation").getAsString())
        .isEqualTo("com.acme.PaymentGateway.charge(String, long)");
    assertThat(bodyOf(other.takeRequest()).get("id").getAsString()).isEqualTo("id-1");
    assertThat(service.health())
        .extracting(ChannelHealth::sent, ChannelHealth::lastSuccess)
        .containsOnly(tuple(1L, Optional.of(Notifications.TIME)));
  }

  @Test
  void deliversToTheEnvironmentsChannelsWithNoRuleFileAtAll() throws Exception {
    server.enqueue(ok());
    other.enqueue(new MockResponse.Builder().body("ok").build());
    NotificationService service =
        service(
            NotificationSettings.NONE,
            Map.of(
                "NOTIFICATION_WEBHOOK_URL",
                url(server),
                "NOTIFICATION_SLACK_WEBHOOK",
                "http://127.0.0.1:" + other.getPort() + "/services"));

    service.submit(Notifications.critical());

    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 2 channels");
    assertThat(bodyOf(server.takeRequest()).has("operation")).isTrue();
    assertThat(bodyOf(other.takeRequest()).has("attachments")).isTrue();
    assertThat(service.health())
        .extracting(ChannelHealth::name)
        .containsExactly("NOTIFICATION_SLACK_WEBHOOK", "NOTIFICATION_WEBHOOK_URL");
  }

  @Test
  void sendsOnceWhereRuleFileAndEnvironmentNameTheSameChannel() {
    NotificationService service =
        service(settings(channel(url(server))), Map.of("NOTIFICATION_WEBHOOK_URL", url(server)));

    assertThat(service.health()).extracting(ChannelHealth::name).containsExactly("channel 1");
  }

  @Test
  void reportsAVariableThatItDoesNotUnderstandAndWorksWithTheRest() {
    NotificationService service =
        service(
            settings(channel(url(server)), channel("sleck://secret")),
            Map.of("NOTIFICATION_WEBHOOK_URL", "secret", "NOTIFICATION_SLACK_WEBHOOK", "  "));

    assertThat(service.health()).hasSize(1);
    assertThat(log.rest())
        .containsExactly(
            "WARNING Notifications do not go to channel 2: unknown channel scheme 'sleck':"
                + " did you mean slack://?",
            "WARNING NOTIFICATION_WEBHOOK_URL is ignored: not a channel URL:"
                + " it starts with a scheme and ://, such as jsons://host/path");
  }

  @Test
  void goesOnlyToTheChannelsThatTheTagsSelect() throws Exception {
    other.enqueue(ok());
    NotificationService service =
        service(
            channel(url(server)),
            new NotificationSettings.Channel(url(other), Set.of("ops", "critical")));

    service.submit(Notifications.critical(TagSelection.parse("critical")));

    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void saysOnceThatNoChannelIsThere() throws Exception {
    NotificationService service = service();
    service.submit(Notifications.critical(TagSelection.parse("ops")));
    service.submit(Notifications.critical(TagSelection.parse("ops")));

    assertThat(log.next())
        .isEqualTo(
            "WARNING Critical alert not sent: there is no channel for its tags (ops);"
                + " add one to notifications.channels");
    awaitNoThreads();
    assertThat(log.rest()).isEmpty();
  }

  @Test
  void triesAgainWithGrowingDelaysAndTheSameId() throws Exception {
    server.enqueue(status(500));
    server.enqueue(status(503));
    server.enqueue(status(408));
    server.enqueue(status(408)); // OkHttp itself repeats a 408 once.
    server.enqueue(ok());
    NotificationService service = service(channel(url(server)));

    service.submit(Notifications.critical());

    assertThat(log.next())
        .isEqualTo(
            "WARNING A notification did not reach channel 1 ("
                + masked(server)
                + "), trying again in 500ms: HTTP 500");
    assertThat(log.next())
        .isEqualTo("INFO Notifications reach channel 1 (" + masked(server) + ") again");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
    assertThat(sleeper.slept)
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(service.health().get(0).retried()).isEqualTo(3);
    for (int i = 0; i < server.getRequestCount(); i++) {
      assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isEqualTo("id-1");
    }
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() throws Exception {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "42").build());
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "999999").build());
    server.enqueue(ok());
    service(channel(url(server))).submit(Notifications.critical());
    log.next();
    log.next();
    log.next();

    assertThat(sleeper.slept).containsExactly(Duration.ofSeconds(42), Duration.ofMinutes(15));
  }

  @Test
  void withoutAnOutboxAnOutageOfMinutesLosesNothing() throws Exception {
    answerFrom(Duration.ofMinutes(30), 503);
    NotificationService service = service(channel(url(server)));
    for (int i = 0; i < 4; i++) {
      service.submit(Notifications.critical("id " + i));
    }
    String channel = "channel 1 (" + masked(server) + ")";
    assertThat(log.next())
        .isEqualTo(
            "WARNING A notification did not reach "
                + channel
                + ", trying again in 500ms: HTTP 503");
    assertThat(log.next())
        .isEqualTo(
            "WARNING Notifications to "
                + channel
                + " are paused: HTTP 503. The next try is in 2.5s, later ones up to 5m apart; a"
                + " passed test of the channel ends the pause. They are kept for 1d with an outbox,"
                + " for 1h without one");
    assertThat(log.next()).isEqualTo("INFO Notifications reach " + channel + " again");
    for (int i = 0; i < 4; i++) {
      assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
    }
    assertThat(log.rest()).isEmpty();
    assertThat(sleeper.slept).hasSizeLessThan(30);
    assertThat(service.health().get(0))
        .extracting(ChannelHealth::sent, ChannelHealth::failed, ChannelHealth::dropped)
        .containsExactly(4L, 0L, 0L);
    assertThat(service.health().get(0).paused()).isEmpty();
    assertThat(ids().subList(ids().size() - 4, ids().size()))
        .containsExactly("id 0", "id 1", "id 2", "id 3");
  }

  @Test
  void whatTheMemoryHasHeldForAnHourIsGivenUpAndSaidOnce() throws Exception {
    answerFrom(Duration.ofDays(1), 500);
    LongSupplier anHourLater =
        () -> System.nanoTime() + sleeper.nanoTime() + DeliveryBackoff.LONGEST_IN_MEMORY.toNanos();
    NotificationService service =
        new NotificationService(
            settings(channel(url(server))),
            Map.of(),
            log.log(),
            new DeliveryTerms(
                500, Duration.ofMillis(50), sleeper, () -> 0, Clock.systemUTC(), anHourLater));
    services.add(service);
    service.submit(Notifications.critical("one"));
    service.submit(Notifications.critical("two"));

    log.next();
    log.next();
    assertThat(log.next())
        .isEqualTo(
            "WARNING A notification is lost for channel 1 ("
                + masked(server)
                + ") after 5 tries (more are counted, not logged, until it works again): HTTP 500");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to none of 1 channel");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to none of 1 channel");
    assertThat(service.health().get(0).failed()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 410})
  void aChannelThatLooksWrongIsPausedAndKeepsWhatItOwes(int status) throws Exception {
    CountDownLatch paused = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    NotificationService service =
        service(
            duration -> {
              paused.countDown();
              goesOn.await();
            });
    server.enqueue(status(status));
    for (int i = 0; i < 3; i++) {
      server.enqueue(ok());
    }
    service.submit(Notifications.critical("one"));
    service.submit(Notifications.critical("two"));
    paused.await();

    ChannelHealth health = service.health().get(0);
    assertThat(health.paused().orElseThrow().reason()).startsWith("HTTP " + status);
    assertThat(health.paused().orElseThrow().nextTry())
        .isEqualTo(Notifications.TIME.plusMillis(2_500));
    assertThat(health.queued()).isEqualTo(2);
    assertThat(log.next()).contains("are paused: HTTP " + status, "The next try is in 2.5s");

    service.test(TagSelection.parse("all"));
    goesOn.countDown();
    assertThat(log.next()).endsWith(" again");
    service.close(AMPLE);
    assertThat(service.health().get(0).sent()).isEqualTo(2);
    assertThat(service.health().get(0).paused()).isEmpty();
  }

  @Test
  void aSuccessfulTestEndsThePauseAtOnceAndAFailedOneDoesNot() throws Exception {
    CountDownLatch paused = new CountDownLatch(1);
    NotificationService service =
        service(
            duration -> {
              paused.countDown();
              Thread.sleep(100_000);
            });
    server.enqueue(status(404));
    server.enqueue(status(404));
    service.submit(Notifications.critical("one"));
    paused.await();

    assertThat(service.test(TagSelection.parse("all")).get(0).delivered()).isFalse();
    assertThat(service.health().get(0).paused()).isPresent();
    server.enqueue(ok());
    server.enqueue(ok());
    assertThat(service.test(TagSelection.parse("all")).get(0).delivered()).isTrue();

    assertThat(log.next()).contains("are paused");
    assertThat(log.next())
        .isEqualTo("INFO Notifications reach channel 1 (" + masked(server) + ") again");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
    assertThat(service.health().get(0))
        .extracting(ChannelHealth::sent, ChannelHealth::isFailing)
        .containsExactly(1L, false);
  }

  @Test
  void aNewIncidentNeedNotWaitForANotificationThatAloneIsRefused() throws Exception {
    AtomicLong now = new AtomicLong();
    List<Duration> slept = new CopyOnWriteArrayList<>();
    CountDownLatch inALongPause = new CountDownLatch(1);
    DeliveryPause pauses =
        new DeliveryPause() {
          @Override
          public void sleep(Duration duration) throws InterruptedException {
            slept.add(duration);
            if (duration.compareTo(Duration.ofMinutes(2)) > 0) {
              inALongPause.countDown();
              Thread.sleep(100_000);
            }
            now.addAndGet(duration.toNanos());
          }

          @Override
          public long nanoTime() {
            return now.get();
          }
        };
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return "poison".equals(request.getHeaders().get("webhook-id")) ? status(503) : ok();
          }
        });
    NotificationService service = service(pauses);
    service.submit(Notifications.critical("poison"));
    inALongPause.await();
    service.submit(Notifications.critical("other", "com.acme.Other.run()"));

    log.next();
    assertThat(log.next()).contains("are paused");
    assertThat(log.next()).endsWith(" again");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
    assertThat(service.health().get(0).sent()).isEqualTo(1);
    assertThat(slept).element(11).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void newSettingsTryAPausedChannelAtOnceAndKeepWhatItOwesUnderAnotherName() throws Exception {
    Semaphore pauses = new Semaphore(0);
    NotificationService service =
        service(
            duration -> {
              pauses.release();
              Thread.sleep(100_000);
            });
    server.enqueue(status(404));
    server.enqueue(status(404));
    for (int i = 0; i < 3; i++) {
      service.submit(Notifications.critical("id " + i));
    }
    log.next();
    pauses.acquire();
    service.reconfigure(settings(channel(url(server))));
    pauses.acquire();
    for (int i = 0; i < 3; i++) {
      server.enqueue(ok());
    }
    service.reconfigure(settings(channel(url(other)), channel(url(server))));

    for (int i = 0; i < 5; i++) {
      server.takeRequest(); // the last three are accepted
    }
    service.close(AMPLE);
    assertThat(log.rest())
        .filteredOn(line -> line.equals("INFO Critical alert sent to 1 channel"))
        .hasSize(3);
  }

  @Test
  void aMessageThatTheReceiverRefusesIsDroppedAloneAndNamed() throws Exception {
    server.enqueue(new MockResponse.Builder().code(413).body("too large").build());
    server.enqueue(new MockResponse.Builder().code(422).body("title: must not be long").build());
    server.enqueue(ok());
    NotificationService service = service(channel(url(server)));
    for (int i = 0; i < 3; i++) {
      service.submit(Notifications.critical("id " + i));
    }
    String title =
        "Critical alert: com.acme.PaymentGateway.charge(String, long) failed after 2 attempts";
    assertThat(log.next())
        .isEqualTo(
            "WARNING A notification is lost, because channel 1 ("
                + masked(server)
                + ") refuses it: \""
                + title
                + "\" (id id 0): HTTP 413: too large");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to none of 1 channel");
    assertThat(log.next()).endsWith("(id id 1): HTTP 422: title: must not be long");
    service.close(AMPLE);

    assertThat(server.getRequestCount()).isEqualTo(3);
    assertThat(sleeper.slept).isEmpty();
    assertThat(service.health().get(0))
        .extracting(ChannelHealth::sent, ChannelHealth::failed, ChannelHealth::isFailing)
        .containsExactly(1L, 2L, false);
  }

  @Test
  void aChannelThatIsDownOrHangsDoesNotHoldUpTheOthers() throws Exception {
    MockWebServer down = new MockWebServer();
    down.start();
    String downUrl = url(down);
    down.close();
    other.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    server.enqueue(ok());
    NotificationService service =
        service(channel(downUrl), channel(url(other)), channel(url(server)));

    service.submit(Notifications.critical());

    assertThat(server.takeRequest(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(log.next()).contains("channel 1 (", "ConnectException: Failed to connect");
  }

  @Test
  void closingSendsWhatIsQueuedWithinTheTimeGiven() {
    for (int i = 0; i < 50; i++) {
      server.enqueue(ok());
    }
    NotificationService service = service(channel(url(server)));
    for (int i = 0; i < 50; i++) {
      service.submit(Notifications.critical());
    }
    service.close(AMPLE);

    assertThat(server.getRequestCount()).isEqualTo(50);
    assertThat(service.health().get(0).sent()).isEqualTo(50);
  }

  @Test
  void closingDoesNotWaitForAChannelThatHangsAndSaysWhatIsLost() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    NotificationService service = service(channel(url(server)));
    service.submit(Notifications.critical());
    server.takeRequest();
    service.submit(Notifications.critical());
    service.submit(Notifications.critical());

    int unsent = service.close(Duration.ofMillis(100));

    assertThat(unsent).isEqualTo(3);
    assertThat(log.rest())
        .contains("WARNING Notifications that could not be sent before the end: 3");
    assertThat(service.health().get(0))
        .extracting(ChannelHealth::dropped, ChannelHealth::failed, ChannelHealth::queued)
        .containsExactly(2L, 1L, 0);
    awaitNoThreads();
  }

  @Test
  void closingWakesAChannelThatWaitsForItsNextTry() throws Exception {
    server.enqueue(status(500));
    server.enqueue(ok());
    CountDownLatch waiting = new CountDownLatch(1);
    NotificationService service =
        new NotificationService(
            settings(channel(url(server))),
            Map.of(),
            log.log(),
            Terms.with(
                duration -> {
                  waiting.countDown();
                  Thread.sleep(100_000);
                }));
    service.submit(Notifications.critical());
    waiting.await();

    service.close(AMPLE);

    assertThat(service.health().get(0).sent()).isEqualTo(1);
    awaitNoThreads();
  }

  @Test
  void afterTheEndNothingIsSent() throws Exception {
    NotificationService service = service(channel(url(server)));
    service.close();
    service.submit(Notifications.critical());
    service.reconfigure(settings(channel(url(other))));
    service.close();

    assertThat(server.getRequestCount()).isZero();
    assertThat(ownThreads()).isEmpty();
    assertThat(service.health()).extracting(ChannelHealth::url).containsExactly(masked(server));
  }

  @Test
  void dropsWhatTheQueueDoesNotHoldAndReportsIt() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    NotificationService service =
        new NotificationService(
            settings(channel(url(server))),
            Map.of(),
            log.log(),
            Terms.with(sleeper, 3, Duration.ofSeconds(1)));
    service.submit(Notifications.critical("first"));
    server.takeRequest();
    for (int i = 0; i < 1_000; i++) {
      service.submit(Notifications.critical("id " + i));
    }
    assertThat(service.health().get(0))
        .extracting(ChannelHealth::queued, ChannelHealth::dropped)
        .containsExactly(4, 997L);
    assertThat(log.rest()).isEmpty();

    service.close(Duration.ZERO);
    assertThat(log.rest())
        .contains(
            "WARNING Too many notifications for channel 1 ("
                + masked(server)
                + "): the oldest 997 dropped so far");
  }

  @Test
  void threadsAreThereOnlyWhileThereIsSomethingToSend() throws Exception {
    server.enqueue(ok());
    server.enqueue(ok());
    NotificationService service = service(channel(url(server)));
    assertThat(ownThreads()).isEmpty();

    service.submit(Notifications.critical());
    log.next();
    assertThat(ownThreads())
        .isNotEmpty()
        .allMatch(Thread::isDaemon)
        .anyMatch(thread -> thread.getName().equals("mulligan-notify"));
    for (Thread thread : ownThreads()) {
      if (thread.getName().equals("mulligan-notify")) {
        thread.join(10_000);
      }
    }
    assertThat(ownThreads()).noneMatch(thread -> thread.getName().equals("mulligan-notify"));

    service.submit(Notifications.critical());
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
  }

  @Test
  void otherSettingsAreTakenWhileRunning() throws Exception {
    server.enqueue(ok());
    other.enqueue(ok());
    other.enqueue(ok());
    NotificationService service = service(channel(url(server)));
    service.submit(Notifications.critical());
    log.next();

    service.reconfigure(settings(channel(url(server)), channel(url(other))));
    assertThat(service.health()).extracting(ChannelHealth::sent).containsExactly(1L, 0L);

    service.reconfigure(settings(channel(url(other))));
    service.submit(Notifications.critical());
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aChannelThatIsTakenAwayStillSendsWhatWaits() throws Exception {
    server.enqueue(
        new MockResponse.Builder().headersDelay(300, TimeUnit.MILLISECONDS).body("ok").build());
    server.enqueue(ok());
    NotificationService service = service(channel(url(server)));
    service.submit(Notifications.critical());
    service.submit(Notifications.critical());

    service.reconfigure(NotificationSettings.NONE);
    service.close(AMPLE);

    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void sendsNoSecretAndNoCharacterThatReceiversChokeOn() throws Exception {
    server.enqueue(ok());
    NotificationSettings settings =
        new NotificationSettings(
            List.of(channel(url(server))),
            List.of(Pattern.compile("order-\\d+")),
            HttpSettings.DEFAULTS,
            DeliverySettings.PLAIN);
    CallReport call = Notifications.failing("password=hunter2 order-4711 a\0b\uD83D");
    service(settings, Map.of())
        .submit(Notifications.of(call, Map.of("api-key", "abc", "note", "order-1")));

    RecordedRequest request = server.takeRequest();
    String body = Objects.requireNonNull(request.getBody()).utf8();
    assertThat(body).doesNotContain("hunter2", "4711", "order-1", "abc", "\\u0000");
    JsonObject json = bodyOf(request);
    assertThat(json.getAsJsonArray("history").get(0).getAsJsonObject().get("failure").getAsString())
        .isEqualTo("password=*** *** a\uFFFDb\uFFFD");
    assertThat(json.get("message").getAsString()).contains("password=*** *** a\uFFFDb\uFFFD");
  }

  @Test
  void survivesATextOfTenMegabytes() throws Exception {
    server.enqueue(ok());
    Notification huge =
        Notifications.of(Notifications.failing("😀<!channel>".repeat(800_000)), Map.of());
    service(channel(url(server))).submit(huge);

    assertThat(server.takeRequest().getBodySize()).isLessThan(50_000);
  }

  @Test
  void showsNoSecretOfAChannelAnywhere() throws Exception {
    server.enqueue(new MockResponse.Builder().code(400).body("Cannot POST " + path()).build());
    NotificationService service =
        service(channel("json://bob:hunter2@127.0.0.1:" + server.getPort() + path()));
    service.submit(Notifications.critical());

    assertThat(log.next())
        .isEqualTo(
            "WARNING A notification is lost, because channel 1 (json://***@127.0.0.1:"
                + server.getPort()
                + "/***) refuses it: \"Critical alert: com.acme.PaymentGateway.charge(String, long)"
                + " failed after 2 attempts\" (id id-1): HTTP 400: Cannot POST ***");
    assertThat(service.health().toString()).doesNotContain("hunter2", path());
  }

  /** A service with one channel. */
  private NotificationService service(DeliveryPause pauses) {
    NotificationService service =
        new NotificationService(
            settings(channel(url(server))), Map.of(), log.log(), Terms.with(pauses));
    services.add(service);
    return service;
  }

  /** Answers with 200 from a time on, by the sleeper's clock, and before with another status. */
  private void answerFrom(Duration time, int before) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return sleeper.nanoTime() < time.toNanos() ? status(before) : ok();
          }
        });
  }

  private List<String> ids() throws InterruptedException {
    while (taken.size() < server.getRequestCount()) {
      taken.add(String.valueOf(server.takeRequest().getHeaders().get("webhook-id")));
    }
    return taken;
  }

  private NotificationService service(NotificationSettings.Channel... channels) {
    return service(settings(channels), Map.of());
  }

  private NotificationService service(
      NotificationSettings settings, Map<String, String> environment) {
    NotificationService service =
        new NotificationService(settings, environment, log.log(), Terms.with(sleeper));
    services.add(service);
    return service;
  }

  private static NotificationSettings settings(NotificationSettings.Channel... channels) {
    return new NotificationSettings(
        List.of(channels), List.of(), HttpSettings.DEFAULTS, DeliverySettings.PLAIN);
  }

  private static NotificationSettings.Channel channel(String url) {
    return new NotificationSettings.Channel(url, Set.of());
  }

  private static String url(MockWebServer server) {
    return "json://127.0.0.1:" + server.getPort() + path();
  }

  private static String masked(MockWebServer server) {
    return "json://127.0.0.1:" + server.getPort() + "/***";
  }

  private static String path() {
    return "/hooks/s3cr3t-t0k3n";
  }

  private static MockResponse ok() {
    return new MockResponse.Builder().build();
  }

  private static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  private static JsonObject bodyOf(RecordedRequest request) {
    return JsonParser.parseString(Objects.requireNonNull(request.getBody()).utf8())
        .getAsJsonObject();
  }

  private static List<Thread> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(MulliganThread.class::isInstance)
        .toList();
  }

  private static void awaitNoThreads() throws InterruptedException {
    for (Thread thread : ownThreads()) {
      thread.join(10_000);
    }
    assertThat(ownThreads()).isEmpty();
  }
}
