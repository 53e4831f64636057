package dev.mulligan.notify.channel.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplunkChannelTest {

  private static final String ENDPOINT =
      "https://alert.victorops.com/integrations/generic/20131114/alert/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "splunk://route@key",
        "victorops://route@key/",
        "splunk://key?route=route",
        "https://alert.victorops.com/integrations/generic/20131114/alert/key/route"
      })
  void tellsTheEndpointOfTheRoute(String url) {
    HttpRequest request = Probe.request(url);
    JsonObject body = Probe.json(request);

    assertThat(request.url()).isEqualTo(ENDPOINT + "key/route");
    assertThat(body.get("entity_id").getAsString())
        .isEqualTo(Notifications.critical().fingerprint());
    assertThat(body.get("message_type").getAsString()).isEqualTo("CRITICAL");
    assertThat(body.get("entity_display_name").getAsString()).startsWith("Critical alert: ");
    assertThat(body.get("state_message").getAsString()).contains("connection reset");
    assertThat(body.get("state_start_time").getAsLong())
        .isEqualTo(Notifications.TIME.getEpochSecond());
    assertThat(body.get("monitoring_tool").getAsString()).isEqualTo("Mulligan");
  }

  @ParameterizedTest
  @CsvSource({"TASK_FAILURE, CRITICAL", "PERFORMANCE, WARNING", "SUCCESS, INFO"})
  void chooses(NotificationType type, String messageType) {
    assertThat(Probe.json("splunk://r@k", Probe.of(type)).get("message_type").getAsString())
        .isEqualTo(messageType);
  }

  @Test
  void recoversTheSameEntityWhenItIsResolved() {
    JsonObject body = Probe.json("splunk://r@k?action=warning", Probe.resolved());

    assertThat(body.get("message_type").getAsString()).isEqualTo("RECOVERY");
    assertThat(body.get("entity_id").getAsString())
        .isEqualTo(Notifications.critical().fingerprint());
  }

  @Test
  void takesEntityAndMessageTypeOfTheUrl() {
    JsonObject body = Probe.json("splunk://r@k/disk/db01?action=warning");

    assertThat(body.get("entity_id").getAsString()).isEqualTo("disk/db01");
    assertThat(body.get("message_type").getAsString()).isEqualTo("WARNING");
  }

  @Test
  void cutsTheMessageAtItsLimitInCodePoints() {
    String message = Probe.json("splunk://r@k", Probe.huge()).get("state_message").getAsString();

    assertThat(message.codePointCount(0, message.length())).isEqualTo(20_480);
    assertThat(message).endsWith("😀…");
  }

  @Test
  void isNotDeliveredWhenTheAnswerSaysFailure() {
    String accepted = "{\"result\":\"success\",\"entity_id\":\"x\"}";
    String refused = "{\"result\":\"failure\",\"messages\":[\"no route\"]}";

    assertThat(Probe.judge("splunk://r@k", 200, accepted))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("splunk://r@k", 200, refused))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(Probe.judge("splunk://r@k", 503, "")).isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @Test
  void showsNeitherRouteNorKey() {
    Channel channel = Channels.of("splunk://my-route@my-key").get(0);

    assertThat(channel.maskedUrl()).isEqualTo("splunk://***");
    assertThat(channel.hideSecrets("/my-key/my-route")).isEqualTo("/***/***");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Channels.of("splunk://key"))
        .hasMessage("a splunk:// URL is splunk://routing-key@api-key");
    assertThatThrownBy(() -> Channels.of("victorops://r@k?action=critcal"))
        .hasMessageContaining("did you mean CRITICAL?");
    assertThatThrownBy(() -> Channels.of("https://alert.victorops.com/integrations/generic/k"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageContaining("https://alert.victorops.com/integrations/generic/");
  }
}
