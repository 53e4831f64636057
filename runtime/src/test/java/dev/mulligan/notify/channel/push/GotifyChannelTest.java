package dev.mulligan.notify.channel.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GotifyChannelTest {

  @Test
  void postsAMessageOfTheApplication() {
    HttpRequest request = Probe.request("gotifys://host:8443/sub/the-token");

    assertThat(request.url()).isEqualTo("https://host:8443/sub/message");
    assertThat(request.headers()).containsEntry("X-Gotify-Key", "the-token");
    assertThat(Probe.json(request).get("title").getAsString()).startsWith("Critical alert: ");
    assertThat(Probe.json(request).get("message").getAsString()).contains("connection reset");
    assertThat(Probe.json(request).get("priority").getAsInt()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"TASK_FAILURE, 8", "PERFORMANCE, 5", "SUCCESS, 3"})
  void ranksByUrgency(NotificationType type, int priority) {
    assertThat(Probe.json("gotify://h/t", Probe.of(type)).get("priority").getAsInt())
        .isEqualTo(priority);
  }

  @ParameterizedTest
  @CsvSource({"high, 8", "7, 7", "low, 0"})
  void takesThePriorityOfTheUrl(String written, int priority) {
    assertThat(Probe.json("gotify://h/t?priority=" + written).get("priority").getAsInt())
        .isEqualTo(priority);
  }

  @Test
  void keepsWithinItsLimits() {
    JsonObject body = Probe.json("gotify://h/t", Probe.huge());

    assertThat(body.get("title").getAsString()).hasSizeBetween(248, 250);
    assertThat(body.get("message").getAsString()).hasSizeBetween(32_766, 32_768);
  }

  @Test
  void hidesTheTokenAndRefusesWhatItDoesNotUnderstand() {
    assertThat(Probe.masked("gotify://host/sub/the-token")).containsExactly("gotify://host/***");
    assertThat(Channels.of("gotify://host/the-token").get(0).hideSecrets("the-token"))
        .isEqualTo("***");
    assertThatThrownBy(() -> Channels.of("gotify://host"))
        .hasMessage("a gotify:// URL is gotify://host/token");
    assertThatThrownBy(() -> Channels.of("gotify://host/t?priority=11"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageContaining("unknown priority");
  }

  @Test
  void triesAgainWhenTheServerFails() {
    assertThat(Probe.judge("gotify://h/t", 200, "{}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("gotify://h/t", 401, "{}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(Probe.judge("gotify://h/t", 502, "")).isInstanceOf(DeliveryOutcome.RetryLater.class);
  }
}
