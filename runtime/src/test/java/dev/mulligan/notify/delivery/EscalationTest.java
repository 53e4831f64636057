package dev.mulligan.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.lane.RecordingSleeper;
import dev.mulligan.notify.lane.Terms;
import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.notify.registry.DeliverySettings.StormCap;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.notify.registry.NotificationSettings.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked when, and how often at most. */
class EscalationTest {

  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final TagSelection ONCALL = TagSelection.parse("oncall");

  private final MockWebServer first = new MockWebServer();
  private final MockWebServer second = new MockWebServer();
  private final RecordingSleeper sleeper = new RecordingSleeper();
  private final LogLines log = new LogLines();

  @BeforeEach
  void start() throws IOException {
    first.start();
    second.start();
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void theNextStageIsNotAskedWhenTheFirstTakesIt() {
    first.enqueue(answer(200));
    send(ONCALL, channel(first, "0:oncall"), channel(second, "1:oncall"));

    assertThat(second.getRequestCount()).isZero();
    assertThat(log.rest()).containsExactly("INFO Critical alert sent to 1 channel");
  }

  @Test
  void theNextStageIsAskedWhenTheFirstGivesUp() throws Exception {
    first.enqueue(refusal());
    second.enqueue(answer(200));
    NotificationService service =
        service(Optional.empty(), channel(first, "oncall"), channel(second, "7:oncall"));
    service.submit(Notifications.critical(ONCALL));

    assertThat(log.next()).startsWith("WARNING A notification is lost, because channel 1 (");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 of 2 channels");
    service.close(AMPLE);
    assertThat(second.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aPausedChannelIsPassedOverUntilItsNextTryIsDue() throws Exception {
    first.enqueue(answer(410));
    first.enqueue(answer(200));
    second.enqueue(answer(200));
    second.enqueue(answer(200));
    NotificationService service =
        service(Optional.empty(), channel(first, "0:oncall"), channel(second, "1:oncall"));
    service.submit(Notifications.critical(ONCALL));
    assertThat(log.next()).contains("are paused");
    assertThat(log.next()).startsWith("WARNING A notification is lost for channel 1 (");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 of 2 channels");
    service.submit(Notifications.critical(ONCALL));
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 of 2 channels");
    assertThat(first.getRequestCount()).isEqualTo(1);

    sleeper.sleep(Duration.ofSeconds(5));
    service.submit(Notifications.critical(ONCALL));
    assertThat(log.next()).endsWith(" again; 1 were lost");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
    service.close(AMPLE);
    assertThat(first.getRequestCount()).isEqualTo(2);
    assertThat(second.getRequestCount()).isEqualTo(2);
  }

  @Test
  void anotherTagsChannelThatWorksDoesNotEndTheChain() throws Exception {
    try (MockWebServer chat = new MockWebServer()) {
      chat.start();
      chat.enqueue(answer(200));
      first.enqueue(refusal());
      second.enqueue(answer(200));
      NotificationService service =
          service(
              Optional.empty(),
              channel(first, "0:oncall"),
              channel(second, "1:oncall"),
              channel(chat, "ops"));
      service.submit(Notifications.critical(TagSelection.parse("oncall, ops")));
      log.next();
      assertThat(log.next()).isEqualTo("INFO Critical alert sent to 2 of 3 channels");
      service.close(AMPLE);
    }
    assertThat(second.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aReceiverThatAskedForTimeHasItBeforeTheNextNotificationToo() throws Exception {
    for (int i = 0; i < 5; i++) {
      first.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "42").build());
    }
    first.enqueue(answer(200));
    NotificationService service = service(Optional.empty(), channel(first, "oncall"));
    service.submit(Notifications.critical(ONCALL));
    service.submit(Notifications.critical(ONCALL));
    first.enqueue(answer(200));
    for (int line = 0; line < 3; line++) {
      log.next();
    }
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
    assertThat(log.next()).isEqualTo("INFO Critical alert sent to 1 channel");
    service.close(AMPLE);

    assertThat(sleeper.slept).hasSize(5).containsOnly(Duration.ofSeconds(42));
    assertThat(service.health().get(0).sent()).isEqualTo(2);
  }

  @Test
  void whatIsAboveTheCapIsToldInOneAndCounted() throws Exception {
    for (int i = 0; i < 3; i++) {
      first.enqueue(answer(200));
    }
    NotificationService service =
        service(Optional.of(new StormCap(2, Duration.ofMinutes(1))), channel(first, "oncall"));
    for (int i = 0; i < 10; i++) {
      service.submit(
          Notification.of(
              NotificationType.TASK_FAILURE,
              Alert.of("task " + i, "It failed."),
              Map.of(),
              ONCALL));
    }
    service.close(AMPLE);

    assertThat(service.health().get(0).suppressed()).isEqualTo(8);
    assertThat(service.health().get(0).sent()).isEqualTo(3);
    first.takeRequest();
    first.takeRequest();
    assertThat(Objects.requireNonNull(first.takeRequest().getBody()).utf8())
        .contains("8 more notifications were held back");
  }

  private void send(TagSelection tags, Channel... channels) {
    NotificationService service = service(Optional.empty(), channels);
    service.submit(Notifications.critical(tags));
    service.close(AMPLE);
  }

  private NotificationService service(Optional<StormCap> cap, Channel... channels) {
    NotificationSettings settings =
        new NotificationSettings(
            List.of(channels),
            List.of(),
            HttpSettings.DEFAULTS,
            new DeliverySettings(Optional.empty(), Optional.empty(), cap));
    return new NotificationService(settings, Map.of(), log.log(), Terms.with(sleeper));
  }

  private static Channel channel(MockWebServer server, String tag) {
    return new Channel("json://127.0.0.1:" + server.getPort() + "/hook", Set.of(tag));
  }

  private static MockResponse refusal() {
    return new MockResponse.Builder().code(413).build();
  }

  private static MockResponse answer(int status) {
    return new MockResponse.Builder().code(status).build();
  }
}
