package dev.mulligan.notify.channel.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerChannelTest {

  private static final Instant NOW = Notifications.TIME.plusSeconds(90);

  @Test
  void postsAnAlertWhoseLabelsAreItsIdentityAndNothingElse() {
    HttpRequest request = request("alertmanager://am:9093", Messages.critical());
    JsonObject alert = Probe.json(request);

    assertThat(request.url()).isEqualTo("http://am:9093/api/v2/alerts");
    assertThat(request.headers()).doesNotContainKey("Authorization");
    assertThat(alert.getAsJsonObject("labels").toString())
        .isEqualTo(
            "{\"alertname\":\"MulliganCritical\",\"fingerprint\":\""
                + Notifications.critical().fingerprint()
                + "\",\"operation\":\"com.acme.PaymentGateway.charge(String, long)\","
                + "\"severity\":\"critical\",\"rule\":\"charge\","
                + "\"exception\":\"java.io.IOException\"}");
    assertThat(alert.getAsJsonObject("annotations").get("summary").getAsString())
        .startsWith("Critical alert: ");
    assertThat(alert.getAsJsonObject("annotations").get("description").getAsString())
        .contains("connection reset", "web-3", "pid 4711");
  }

  @Test
  void lastsFiveMinutesUnlessItIsRepeatedWhichItAsksForEveryMinute() {
    JsonObject alert = Probe.json(request("alertmanager://am", Messages.critical()));

    assertThat(alert.get("startsAt").getAsString()).isEqualTo(Notifications.TIME.toString());
    assertThat(alert.get("endsAt").getAsString())
        .isEqualTo(NOW.plus(Duration.ofMinutes(5)).toString());
    assertThat(Channels.of("alertmanager://am").get(0).repeatInterval())
        .contains(Duration.ofMinutes(1));
    assertThat(Channels.of("json://am").get(0).repeatInterval()).isEmpty();
  }

  @Test
  void endsNowWhenItIsResolvedUnderTheSameLabels() {
    JsonObject resolved = Probe.json(request("alertmanager://am", Probe.resolved()));

    assertThat(resolved.get("endsAt").getAsString()).isEqualTo(NOW.toString());
    assertThat(resolved.has("startsAt")).isFalse();
    assertThat(resolved.get("labels"))
        .isEqualTo(Probe.json(request("alertmanager://am", Messages.critical())).get("labels"));
  }

  @Test
  void neverStartsAfterItsEnd() {
    Message early = Messages.critical();
    HttpRequest request = request("alertmanager://am", early, Notifications.TIME.minusSeconds(999));

    assertThat(Probe.json(request).get("startsAt").getAsString())
        .isEqualTo(Notifications.TIME.minusSeconds(999).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, MulliganCritical, critical",
    "TASK_FAILURE, MulliganTaskFailure, error",
    "WEBHOOK_FAILURE, MulliganWebhookFailure, error",
    "PERFORMANCE, MulliganPerformance, warning",
    "SUCCESS, MulliganSuccess, info"
  })
  void isNamedByItsTypeAndRankedByItsUrgency(NotificationType type, String name, String severity) {
    JsonObject labels =
        Probe.json(request("alertmanager://am", Probe.of(type))).getAsJsonObject("labels");

    assertThat(labels.get("alertname").getAsString()).isEqualTo(name);
    assertThat(labels.get("severity").getAsString()).isEqualTo(severity);
  }

  @Test
  void takesTheSeverityThatSomebodyNamed() {
    JsonObject alert =
        Probe.json(request("alertmanager://am", Probe.of(NotificationSeverity.WARNING)));

    assertThat(alert.getAsJsonObject("labels").get("severity").getAsString()).isEqualTo("warning");
  }

  @Test
  void goesToEachNodeOnItsOwn() {
    List<Channel> nodes =
        Channels.of("alertmanagers://bob:hunter2@am1:9093,am2,[::1]:9094/prefix?:team=payments");

    assertThat(nodes)
        .extracting(Channel::maskedUrl)
        .containsExactly(
            "alertmanagers://***@am1:9093",
            "alertmanagers://***@am2:9093",
            "alertmanagers://***@[::1]:9094");
    assertThat(nodes)
        .extracting(node -> ((HttpChannel) node).request(Messages.critical()))
        .allSatisfy(
            request -> {
              assertThat(request.headers())
                  .containsEntry("Authorization", "Basic Ym9iOmh1bnRlcjI=");
              assertThat(Probe.json(request).getAsJsonObject("labels").get("team").getAsString())
                  .isEqualTo("payments");
            })
        .extracting(HttpRequest::url)
        .containsExactly(
            "https://am1:9093/prefix/api/v2/alerts",
            "https://am2:9093/prefix/api/v2/alerts",
            "https://[::1]:9094/prefix/api/v2/alerts");
    assertThat(nodes.get(0).hideSecrets("bob hunter2")).isEqualTo("bob ***");
  }

  @Test
  void triesAgainWhenTheNodeFailsAndNotWhenItRefuses() {
    assertThat(Probe.judge("alertmanager://am", 200, ""))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("alertmanager://am", 400, "bad"))
        .isInstanceOf(DeliveryOutcome.Failed.class);
    assertThat(Probe.judge("alertmanager://am", 503, ""))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alertmanager://              | the alertmanager:// URL has no valid host
          alertmanager://a,,b          | the alertmanager:// URL has no valid host
          alertmanager://a:99999,b     | the alertmanager:// URL has a port that is not a number
          alertmanager://a?tean=b      | the alertmanager:// URL has an argument that is not supported, 'tean'
          alertmanager://a?+X=b        | the alertmanager:// URL takes only names with : before them
          alertmanager://a?:1x=b       | a :label of the alertmanager:// URL has a name
          alertmanagr://a              | unknown channel scheme 'alertmanagr': did you mean alertmanager://?
          """)
  void refusesWhatItDoesNotUnderstand(String url, String message) {
    assertThatThrownBy(() -> Channels.of(url))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith(message);
  }

  private static HttpRequest request(String url, Message message) {
    return request(url, message, NOW);
  }

  private static HttpRequest request(String url, Message message, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return ((HttpChannel) AlertmanagerChannel.of(ChannelUrl.parse(url), clock).get(0))
        .request(message);
  }
}
