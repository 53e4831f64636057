package dev.mulligan.notify.channel.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NtfyChannelTest {

  @Test
  void publishesJson() {
    HttpRequest request = Probe.request("ntfy://host:8080/alerts");
    JsonObject body = Probe.json(request);

    assertThat(request.url()).isEqualTo("http://host:8080/");
    assertThat(request.headers()).doesNotContainKey("Authorization");
    assertThat(body.keySet()).containsExactlyInAnyOrder("topic", "title", "message", "priority");
    assertThat(body.get("topic").getAsString()).isEqualTo("alerts");
    assertThat(body.get("title").getAsString()).startsWith("Critical alert: com.acme.");
    assertThat(body.get("message").getAsString()).contains("connection reset");
    assertThat(body.get("priority").getAsInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "ntfy://topic1, https://ntfy.sh/, topic1",
    "ntfy://ntfy.sh/topic1, http://ntfy.sh/, topic1",
    "ntfys://host/topic1?mode=cloud, https://ntfy.sh/, topic1",
    "ntfys://host?to=topic1, https://host/, topic1",
    "https://ntfy.sh/topic1, https://ntfy.sh/, topic1",
  })
  void knowsNtfysOwnServer(String url, String address, String topic) {
    assertThat(Probe.request(url).url()).isEqualTo(address);
    assertThat(Probe.json(url).get("topic").getAsString()).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource({
    "ntfy://bob:hunter2@host/t, Basic Ym9iOmh1bnRlcjI=",
    "ntfy://tk_abcdef@host/t, Bearer tk_abcdef",
    "ntfy://:tk_abcdef@host/t, Bearer tk_abcdef",
    "ntfy://host/t?token=other, Bearer other",
  })
  void authenticates(String url, String authorization) {
    assertThat(Probe.request(url).headers()).containsEntry("Authorization", authorization);
    assertThat(Channels.of(url).get(0).hideSecrets("bob hunter2 tk_abcdef other")).contains("***");
  }

  @Test
  void takesTheUrlsOwnWishes() {
    HttpRequest request =
        Probe.request(
            "ntfy://h/t?priority=low&xtags=skull,fire&click=https://x&delay=10m&email=a@b.c"
                + "&icon=https://i&actions=view,%20Open,%20https://x");
    JsonObject body = Probe.json(request);

    assertThat(body.get("priority").getAsInt()).isEqualTo(2);
    assertThat(body.get("tags").toString()).isEqualTo("[\"skull\",\"fire\"]");
    assertThat(body.get("click").getAsString()).isEqualTo("https://x");
    assertThat(body.get("delay").getAsString()).isEqualTo("10m");
    assertThat(body.get("email").getAsString()).isEqualTo("a@b.c");
    assertThat(body.get("icon").getAsString()).isEqualTo("https://i");
    assertThat(request.headers()).containsEntry("X-Actions", "view, Open, https://x");
  }

  @ParameterizedTest
  @CsvSource({"TASK_FAILURE, 4", "PERFORMANCE, 3", "SUCCESS, 2"})
  void ranksByUrgency(NotificationType type, int priority) {
    assertThat(Probe.json("ntfy://h/t", Probe.of(type)).get("priority").getAsInt())
        .isEqualTo(priority);
  }

  @Test
  void wakesNobodyWithGoodNewsWhateverTheUrlSays() {
    assertThat(Probe.json("ntfy://h/t?priority=max", Probe.resolved()).get("priority").getAsInt())
        .isEqualTo(2);
    assertThat(Probe.json("ntfy://h/t?priority=min", Probe.resolved()).get("priority").getAsInt())
        .isEqualTo(1);
  }

  @Test
  void keepsWithinItsLimits() {
    JsonObject body = Probe.json("ntfy://h/t", Probe.huge());

    assertThat(body.get("message").getAsString().getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(4_090, 4_096);
    assertThat(body.get("title").getAsString()).hasSizeBetween(198, 200);
  }

  @Test
  void makesAChannelOfItsOwnForEachTopicAndShowsNone() {
    List<Channel> channels = Channels.of("ntfys://host/secret-one/secret-two");

    assertThat(channels)
        .extracting(Channel::maskedUrl)
        .containsExactly("ntfys://host/***", "ntfys://host/***");
    assertThat(channels.get(1).hideSecrets("no secret-two")).isEqualTo("no ***");
  }

  @Test
  void waitsWhenItIsAskedTo() {
    assertThat(Probe.judge("ntfy://h/t", 200, "{}")).isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("ntfy://h/t", 429, "{\"code\":42901}"))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
    assertThat(Probe.judge("ntfy://h/t", 403, "{}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ntfy://                     | the ntfy:// URL names no topic; it is ntfy://host/topic
          ntfy://h/t?mode=x           | the ntfy:// URL's mode must be cloud or private
          ntfy://h/t?priority=hgih    | the ntfy:// URL has an unknown priority: did you mean high?
          ntfy://h/t?actions=%C3%BC   | the ntfy:// URL's argument 'actions' contains characters that a header cannot contain
          ntfy://h/t?token=%C3%BC     | the ntfy:// URL's token is not a valid ntfy token
          ntfy://h/t?clik=x           | the ntfy:// URL has an argument that is not supported, 'clik': did you mean click?
          """)
  void refusesWhatItDoesNotUnderstand(String url, String message) {
    assertThatThrownBy(() -> Channels.of(url))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith(message);
  }
}
