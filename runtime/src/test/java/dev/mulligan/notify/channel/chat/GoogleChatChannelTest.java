package dev.mulligan.notify.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleChatChannelTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gchat://space/the-key/the-token",
        "gchat://space?key=the-key&token=the-token",
        "https://chat.googleapis.com/v1/spaces/space/messages?key=the-key&token=the-token"
      })
  void postsTextToTheSpacesWebhook(String url) {
    HttpRequest request = Probe.request(url);

    assertThat(request.url())
        .isEqualTo(
            "https://chat.googleapis.com/v1/spaces/space/messages?token=the-token&key=the-key");
    assertThat(Probe.json(request).get("text").getAsString())
        .startsWith("*Critical alert: com.acme.")
        .contains("*Attempt 1*, 31ms: java.io.IOException: connection reset");
  }

  @Test
  void answersInAThread() {
    HttpRequest request = Probe.request("gchat://s/k/t/builds");

    assertThat(request.url()).endsWith("&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD");
    assertThat(Probe.json(request).get("thread").toString())
        .isEqualTo("{\"threadKey\":\"builds\"}");
  }

  @Test
  void firesNoMentionAndNoMarkupOfAnException() {
    JsonObject body =
        Probe.json("gchat://s/k/t", Probe.saying("<users/all>", "*a* <https://x|y> _b_"));

    assertThat(body.get("text").getAsString())
        .isEqualTo("*<\u200Busers/all>*\n*\u200Ba*\u200B <\u200Bhttps://x|y> _\u200Bb_\u200B");
  }

  @Test
  void cutsAtItsLimitInBytes() {
    String text = Probe.json("gchat://s/k/t", Probe.huge()).get("text").getAsString();

    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(29_990, 30_000);
    assertThat(text).endsWith("…");
  }

  @Test
  void waitsWhenItIsAskedTo() {
    assertThat(Probe.judge("gchat://s/k/t", 200, "{}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("gchat://s/k/t", 429, "{}"))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
    assertThat(Probe.judge("gchat://s/k/t", 403, "{}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }

  @Test
  void showsNoneOfItsTokensAndRefusesWhatIsNoWebhook() {
    assertThat(Probe.masked("gchat://the-space/the-key/the-token/thread"))
        .containsExactly("gchat://***");
    assertThatThrownBy(() -> Channels.of("gchat://space/key"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith("a gchat:// URL is gchat://space/key/token");
    assertThatThrownBy(() -> Channels.of("https://chat.googleapis.com/v1/rooms"))
        .isInstanceOf(ChannelUrlException.class);
  }
}
