package dev.mulligan.notify.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.group.KeptIncident;
import dev.mulligan.notify.lane.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationCodecTest {

  /** As version 0.1 wrote them: what is stored may be older than the program that reads it. */
  private static final String OLDER_CALL =
      """
      {"notification":{"id":"id-1","fingerprint":"00f5802ca00dcc35f03f904fa40ea495",
      "type":"CRITICAL","troubleSeverity":"FAILURE","state":"FIRING","time":"2026-11-05T03:00:00Z",
      "event":{"CallReport":{"id":"call-7",
      "operation":"com.acme.PaymentGateway.charge(String, long)","rule":"charge",
      "strategy":"card-payments","attempts":[
      {"number":1,"failure":"java.io.IOException: connection reset","duration":"PT0.031S",
      "delay":"PT2.5S"},
      {"number":2,"failure":"java.io.IOException: HTTP 503","duration":"PT0.012S","delay":null}],
      "attemptCount":2,"elapsed":"PT2.543S","endReason":"maxRetriesReached",
      "failureKind":"java.io.IOException","consequence":"EXCEPTION",
      "task":{"name":null,"id":null}}},
      "occurrences":1,"context":{"service":"payments"},"tags":{"anyOf":[]}},
      "chains":[{"stages":[[0,2],[1]]}]}
      """;

  private static final String OLDER_ALERT =
      """
      {"notification":{"id":"id-2","fingerprint":"8c9749f834bbdae7e88ed52638ee67c2",
      "type":"PERFORMANCE","troubleSeverity":"WARNING","state":"FIRING",
      "time":"2026-11-28T23:58:03.786310945Z",
      "event":{"Alert":{"headline":"heap is 0.97","message":"heap is 0.97; its threshold is 0.9.",
      "subject":"heap","fields":{"metric":"heap","current_value":"0.97","threshold":"0.9"}}},
      "occurrences":1,"context":{},"tags":{"anyOf":[["ops"],["a","b"]]}},
      "chains":[{"stages":[[0]]}]}
      """;

  @Test
  void aCallsFailureComesBackAsItWas() throws IOException {
    Notification notification = Notifications.critical().standingFor(17);
    List<Route.Chain> chains = List.of(new Route.Chain(List.of(List.of(0, 2), List.of(1))));
    byte[] json = NotificationCodec.write(new NotificationCodec.Entry(notification, chains));

    assertThat(NotificationCodec.read(json))
        .isEqualTo(new NotificationCodec.Entry(notification, chains));
  }

  @Test
  void anAlertComesBackAsItWas() throws IOException {
    Map<String, String> context = new LinkedHashMap<>();
    context.put("z", "1");
    context.put("a", "2");
    Notification alert =
        Notification.of(
            NotificationType.PERFORMANCE,
            Alert.performance("heap", 0.97, 0.9, "", Map.of("pool", "\u0000 \uD83D\uDE00 <&>")),
            context,
            TagSelection.parse(List.of("ops", List.of("a", "b"))));
    byte[] json = NotificationCodec.write(new NotificationCodec.Entry(alert, Route.allAtOnce(1)));

    Notification read = NotificationCodec.read(json).notification();
    assertThat(read).isEqualTo(alert);
    assertThat(read.context().keySet()).containsExactly("z", "a");
  }

  @Test
  void anIncidentComesBackWithItsLastAttemptAlone() throws IOException {
    Notification failure = Notifications.critical();
    KeptIncident incident = new KeptIncident(failure, 7, 3, Instant.EPOCH, Instant.MAX);
    KeptIncident read = NotificationCodec.readIncident(NotificationCodec.writeIncident(incident));

    assertThat(read.with(failure)).isEqualTo(incident);
    CallReport call = read.newest().call().orElseThrow();
    assertThat(call.attempts()).hasSize(1);
    assertThat(call.lastFailure()).isEqualTo(failure.call().orElseThrow().lastFailure());
    assertThat(call.attemptCount()).isEqualTo(failure.call().orElseThrow().attemptCount());
    assertThat(read.newest().context()).isEqualTo(failure.context());
  }

  @Test
  void aLargeIncidentIsStoredWithoutItsContext() throws IOException {
    Map<String, String> large = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      large.put("key " + i, "x".repeat(2_000));
    }
    Notification alert =
        Notification.of(
            NotificationType.CRITICAL,
            Alert.taskFailure("nightly", "1", "y".repeat(2_000)),
            large,
            TagSelection.UNTAGGED);
    byte[] json =
        NotificationCodec.writeIncident(
            new KeptIncident(alert, 1, 0, Instant.EPOCH, Instant.EPOCH));

    assertThat(json).hasSizeLessThan(16 * 1_024);
    assertThat(NotificationCodec.readIncident(json).newest().context()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", "[]", "{\"newest\":{}}"})
  void anIncompleteIncidentIsRefused(String json) {
    assertThatThrownBy(() -> NotificationCodec.readIncident(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule", "operation", "fingerprint", "type", "lastSent", "tags"})
  void anIncidentWithoutAFieldIsRefused(String field) {
    String json =
        new String(
            NotificationCodec.writeIncident(
                new KeptIncident(Notifications.critical(), 1, 0, Instant.EPOCH, Instant.EPOCH)),
            StandardCharsets.UTF_8);
    byte[] without =
        json.replace('"' + field + "\":", "\"unknown\":").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> NotificationCodec.readIncident(without))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aProcessComesBackAsItWas() throws IOException {
    ProcessInfo process = new ProcessInfo("app.jar", 7, "17", "");
    assertThat(NotificationCodec.readOrigin(NotificationCodec.writeOrigin(process)))
        .isEqualTo(process);
  }

  @Test
  void whatAnOlderVersionWroteIsReadAndCanBeWrittenAgain() throws IOException {
    NotificationCodec.Entry call = NotificationCodec.read(bytes(OLDER_CALL));
    NotificationCodec.Entry alert = NotificationCodec.read(bytes(OLDER_ALERT));

    assertThat(call.notification()).isEqualTo(Notifications.critical());
    assertThat(call.chains()).containsExactly(new Route.Chain(List.of(List.of(0, 2), List.of(1))));
    assertThat(alert.notification().event().subject()).isEqualTo("heap");
    assertThat(NotificationCodec.read(NotificationCodec.write(call))).isEqualTo(call);
    assertThat(NotificationCodec.read(NotificationCodec.write(alert))).isEqualTo(alert);
  }

  @Test
  void whatIsNotUnderstoodIsAnIoException() {
    for (String json :
        List.of(
            "",
            "null",
            "[1]",
            "{}",
            "{\"notification\":{}}",
            "{\"notification\":{\"event\":{\"Other\":{}}}}")) {
      assertThatThrownBy(() -> NotificationCodec.read(bytes(json)))
          .as(json)
          .isInstanceOf(IOException.class);
    }
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
