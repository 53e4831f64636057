package dev.mulligan.notify.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackBotChannelTest {

  private static final String TOKEN = "xoxb-1234-5678-Sl4ckB0tT0k3n";

  @Test
  void postsTheWebhooksMessageWithTheBotsToken() {
    HttpRequest request = request("slack://bot@" + TOKEN + "/#ops");
    JsonObject body = JsonParser.parseString(request.body()).getAsJsonObject();

    assertThat(request.url()).isEqualTo("https://slack.com/api/chat.postMessage");
    assertThat(request.headers())
        .containsEntry("Authorization", "Bearer " + TOKEN)
        .containsEntry("Content-Type", "application/json; charset=utf-8");
    assertThat(body.get("channel").getAsString()).isEqualTo("#ops");
    assertThat(body.get("username").getAsString()).isEqualTo("bot");
    assertThat(body.getAsJsonArray("attachments")).hasSize(1);
  }

  @Test
  void hasOneChannelForEachTarget() {
    assertThat(Channels.of("slack://" + TOKEN + "/#ops/@bob/+C0123/dev"))
        .extracting(Channel::maskedUrl)
        .containsExactly(
            "slack://***/#ops", "slack://***/@bob", "slack://***/+C0123", "slack://***/dev");
    assertThat(request("slack://" + TOKEN).body()).contains("\"channel\":\"#general\"");
  }

  @Test
  void isDeliveredOnlyWhenSlackSaysOk() {
    assertThat(judge(200, "{\"ok\":true,\"ts\":\"1\"}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(judge(200, "{\"ok\":false,\"error\":\"msg_too_long\"}"))
        .isInstanceOfSatisfying(
            DeliveryOutcome.Failed.class,
            failed -> assertThat(failed.reason()).contains("msg_too_long"));
    assertThat(judge(200, "<html>")).isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(judge(200, "")).isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel_not_found", "invalid_auth", "token_revoked", "is_archived"})
  void endsTheChannelWhenNoMessageWillEverBeTaken(String error) {
    assertThat(judge(200, "{\"ok\":false,\"error\":\"" + error + "\"}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }

  @Test
  void triesAgainWhatSlackCannotTakeNow() {
    assertThat(
            ((HttpChannel) Channels.of("slack://" + TOKEN).get(0))
                .judge(
                    new HttpAnswer(
                        200,
                        "{\"ok\":false,\"error\":\"ratelimited\"}",
                        Map.of("Retry-After", "12"))))
        .isInstanceOfSatisfying(
            DeliveryOutcome.RetryLater.class,
            later -> assertThat(later.hint()).contains(Duration.ofSeconds(12)));
    assertThat(judge(429, "{\"ok\":false,\"error\":\"rate_limited\",\"retry_after\":3}"))
        .isInstanceOfSatisfying(
            DeliveryOutcome.RetryLater.class,
            later -> assertThat(later.hint()).contains(Duration.ofSeconds(3)));
    assertThat(judge(200, "{\"ok\":false,\"error\":\"internal_error\"}"))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @Test
  void showsTheTokenNowhere() {
    Channel channel = Channels.of("slack://" + TOKEN + "/#ops").get(0);

    assertThat(channel.maskedUrl()).doesNotContain("T0k3n");
    assertThat(channel.hideSecrets("Bearer " + TOKEN)).isEqualTo("Bearer ***");
  }

  @Test
  void refusesATokenThatIsNone() {
    assertThatThrownBy(() -> Channels.of("slack://xoxb-%0Ax/#ops"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageContaining("slack://xoxb-…/#channel");
  }

  private static HttpRequest request(String url) {
    return ((HttpChannel) Channels.of(url).get(0)).request(Messages.critical());
  }

  private static DeliveryOutcome judge(int status, String body) {
    return ((HttpChannel) Channels.of("slack://" + TOKEN).get(0))
        .judge(new HttpAnswer(status, body, Map.of()));
  }
}
