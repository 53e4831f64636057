package dev.mulligan.notify.channel.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.MessageWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagerDutyChannelTest {

  private static final String KEY = "R0UT1NGKEYR0UT1NGKEYR0UT1NGKEY00";

  @Test
  void triggersAnAlertThatItsFingerprintIdentifies() {
    HttpRequest request = request("pagerduty://" + KEY, Messages.critical());
    JsonObject event = json(request);
    JsonObject payload = event.getAsJsonObject("payload");
    JsonObject details = payload.getAsJsonObject("custom_details");

    assertThat(request.url()).isEqualTo("https://events.pagerduty.com/v2/enqueue");
    assertThat(request.headers()).doesNotContainKey("Authorization");
    assertThat(text(event, "routing_key")).isEqualTo(KEY);
    assertThat(text(event, "event_action")).isEqualTo("trigger");
    assertThat(text(event, "dedup_key")).isEqualTo(Notifications.critical().fingerprint());
    assertThat(text(event, "client")).isEqualTo("Mulligan");
    assertThat(text(payload, "summary")).startsWith("Critical alert: com.acme.PaymentGateway");
    assertThat(text(payload, "source")).isEqualTo("web-3");
    assertThat(text(payload, "component")).isEqualTo("com.acme.Main");
    assertThat(text(payload, "class")).isEqualTo("critical");
    assertThat(text(payload, "severity")).isEqualTo("critical");
    assertThat(text(payload, "timestamp")).isEqualTo("2026-11-05T03:00:00Z");
    assertThat(text(details, "error")).isEqualTo("java.io.IOException: HTTP 503");
    assertThat(text(details, "context.service")).isEqualTo("payments");
    assertThat(details.getAsJsonArray("history")).hasSize(2);
  }

  @Test
  void takesWhereTheEventComesFromFromTheUrl() {
    HttpRequest request =
        request(
            "pagerduty://"
                + KEY
                + "@apikey/shop/cart?group=g&class=c&click=https://wiki/x&severity=error"
                + "&region=EU&+team=checkout",
            Messages.critical());
    JsonObject event = json(request);
    JsonObject payload = event.getAsJsonObject("payload");

    assertThat(request.url()).isEqualTo("https://events.eu.pagerduty.com/v2/enqueue");
    assertThat(text(event, "routing_key")).isEqualTo(KEY);
    assertThat(text(event, "client_url")).isEqualTo("https://wiki/x");
    assertThat(text(payload, "source")).isEqualTo("shop");
    assertThat(text(payload, "component")).isEqualTo("cart");
    assertThat(text(payload, "group")).isEqualTo("g");
    assertThat(text(payload, "class")).isEqualTo("c");
    assertThat(text(payload, "severity")).isEqualTo("error");
    assertThat(text(payload.getAsJsonObject("custom_details"), "team")).isEqualTo("checkout");
  }

  @Test
  void resolvesWhatItHasTriggered() {
    Notification trouble = Notifications.critical();
    Notification recovery = trouble.resolved(Notifications.TIME, 4);
    JsonObject event = json(request("pagerduty://" + KEY + "?severity=critical", recovery));

    assertThat(text(event, "event_action")).isEqualTo("resolve");
    assertThat(text(event, "dedup_key")).isEqualTo(trouble.fingerprint());
    assertThat(text(event.getAsJsonObject("payload"), "severity")).isEqualTo("info");
  }

  @Test
  void tellsASuccessThatResolvesNothingAsInfo() {
    Notification success =
        Notifications.of(NotificationType.SUCCESS, Alert.success("nightly", "Done.", Map.of()));
    JsonObject event = json(request("pagerduty://" + KEY + "?severity=critical", success));

    assertThat(text(event, "event_action")).isEqualTo("trigger");
    assertThat(text(event.getAsJsonObject("payload"), "severity")).isEqualTo("info");
  }

  @Test
  void hasTheUrgencyOfTheTypeUnlessASeverityIsNamed() {
    Notification task =
        Notifications.of(NotificationType.TASK_FAILURE, Alert.taskFailure("mail", "7", "full"));

    assertThat(severityOf(task)).isEqualTo("error");
    assertThat(severityOf(task.withSeverity(NotificationSeverity.FAILURE))).isEqualTo("critical");
    assertThat(severityOf(task.withSeverity(NotificationSeverity.INFO))).isEqualTo("info");
  }

  @Test
  void keepsSummaryAndEventWithinTheLimits() {
    Map<String, String> context = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      context.put(i + "界".repeat(2_000), "\"".repeat(2_000));
    }
    Notification notification = Notifications.of(Notifications.failedCharge(), context);
    Message huge =
        new Message(
            notification, Messages.PROCESS, "界".repeat(5_000), Body.of("界".repeat(100_000)));
    HttpRequest request = request("pagerduty://" + KEY, huge);
    JsonObject payload = json(request).getAsJsonObject("payload");
    JsonObject details = payload.getAsJsonObject("custom_details");

    assertThat(text(payload, "summary")).hasSize(1_024).endsWith("…");
    assertThat(request.body().getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(350 * 1024, 512 * 1024);
    assertThat(text(details, "left_out")).contains("entries, for which there is no room");
    assertThat(text(details, "error")).isEqualTo("java.io.IOException: HTTP 503");
  }

  @Test
  void waitsHalfAMinuteWherePagerDutyNamesNoTime() {
    for (int status : new int[] {429, 500, 503}) {
      assertThat(judge(status, Map.of()))
          .isInstanceOfSatisfying(
              DeliveryOutcome.RetryLater.class,
              later -> assertThat(later.hint()).contains(Duration.ofSeconds(30)));
    }
    assertThat(judge(429, Map.of("Retry-After", "7")))
        .isInstanceOfSatisfying(
            DeliveryOutcome.RetryLater.class,
            later -> assertThat(later.hint()).contains(Duration.ofSeconds(7)));
  }

  @Test
  void isDeliveredWith202AndLostWith400() {
    assertThat(judge(202, Map.of())).isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(judge(200, Map.of())).isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(judge(400, Map.of())).isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }

  @Test
  void showsNeitherOfItsKeys() {
    Channel channel = Channels.of("pagerduty://" + KEY + "@ap1k3yap1/shop").get(0);

    assertThat(channel.maskedUrl()).isEqualTo("pagerduty://***");
    assertThat(channel.hideSecrets(KEY + " ap1k3yap1")).isEqualTo("*** ***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pagerduty://",
        "pagerduty://@/",
        "pagerduty://key/source/component/more",
        "pagerduty://key?severity=high",
        "pagerduty://key?region=mars",
        "pagerduty://key?:a=b",
        "pagerduty://key?sevrity=info"
      })
  void refusesWhatItDoesNotUnderstand(String wrong) {
    assertThatThrownBy(() -> Channels.of(wrong))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageContaining("pagerduty://");
  }

  private static String severityOf(Notification notification) {
    JsonObject event = json(request("pagerduty://" + KEY, notification));
    return text(event.getAsJsonObject("payload"), "severity");
  }

  private static HttpRequest request(String url, Notification notification) {
    return request(url, MessageWriter.write(notification, Messages.PROCESS));
  }

  private static HttpRequest request(String url, Message message) {
    return ((HttpChannel) Channels.of(url).get(0)).request(message);
  }

  private static JsonObject json(HttpRequest request) {
    return JsonParser.parseString(request.body()).getAsJsonObject();
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static DeliveryOutcome judge(int status, Map<String, String> headers) {
    return ((HttpChannel) Channels.of("pagerduty://" + KEY).get(0))
        .judge(new HttpAnswer(status, "", headers));
  }
}
