package dev.mulligan.notify.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import org.junit.jupiter.api.Test;

class AppriseApiChannelTest {

  @Test
  void tellsTheServerUnderTheConfigurationsKey() {
    HttpRequest request =
        Probe.request("apprises://bob:pw@host:8443/sub/the-key?tags=a,b&+X-Team=payments");
    JsonObject body = Probe.json(request);

    assertThat(request.url()).isEqualTo("https://host:8443/sub/notify/the-key");
    assertThat(request.headers())
        .containsEntry("Authorization", "Basic Ym9iOnB3")
        .containsEntry("X-Team", "payments");
    assertThat(body.get("title").getAsString()).startsWith("Critical alert: ");
    assertThat(body.get("body").getAsString()).contains("connection reset");
    assertThat(body.get("type").getAsString()).isEqualTo("failure");
    assertThat(body.get("format").getAsString()).isEqualTo("text");
    assertThat(body.get("tag").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(Probe.request("apprise://host/sub?to=the-key").url())
        .isEqualTo("http://host/sub/notify/the-key");
  }

  @Test
  void keepsWithinItsLimits() {
    JsonObject body = Probe.json("apprise://host/key", Probe.huge());

    assertThat(body.get("title").getAsString()).hasSizeBetween(248, 250);
    assertThat(body.get("body").getAsString()).hasSizeBetween(32_766, 32_768);
  }

  @Test
  void isNotDeliveredWhereThereIsNoConfiguration() {
    assertThat(Probe.judge("apprise://h/k", 200, "{}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("apprise://h/k", 204, ""))
        .isEqualTo(
            new DeliveryOutcome.ChannelFailed(
                "the Apprise API server has no configuration under this key"));
    assertThat(Probe.judge("apprise://h/k", 424, "{}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(Probe.judge("apprise://h/k", 500, ""))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @Test
  void hidesTheKeyAndRefusesWhatItDoesNotUnderstand() {
    assertThat(Probe.masked("apprise://host/sub/the-key")).containsExactly("apprise://host/***");
    assertThat(Channels.of("apprise://host/the-key").get(0).hideSecrets("the-key"))
        .isEqualTo("***");
    assertThatThrownBy(() -> Channels.of("apprise://host"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessage("an apprise:// URL is apprise://host/configuration-key");
    assertThatThrownBy(() -> Channels.of("apprise://host/k?+X=a%0Ab"))
        .hasMessageContaining("a +Header of the webhook's URL is not allowed");
    assertThatThrownBy(() -> Channels.of("apprise://host/k?:x=y"))
        .hasMessageContaining("takes only names with + before them");
  }
}
