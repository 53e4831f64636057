package dev.mulligan.notify.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.webhook.JsonWebhookChannel;
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscordChannelTest {

  @Test
  void postsOneEmbedInTheSeveritysColour() {
    HttpRequest request = request("discord://bot@4711/tok_En?thread=99", Messages.critical());
    JsonObject body = JsonParser.parseString(request.body()).getAsJsonObject();
    JsonObject embed = body.getAsJsonArray("embeds").get(0).getAsJsonObject();

    assertThat(request.url())
        .isEqualTo("https://discord.com/api/webhooks/4711/tok_En?wait=true&thread_id=99");
    assertThat(body.get("username").getAsString()).isEqualTo("bot");
    assertThat(body.get("allowed_mentions").toString()).isEqualTo("{\"parse\":[]}");
    assertThat(embed.get("color").getAsInt()).isEqualTo(0xA32037);
    assertThat(embed.get("title").getAsString()).startsWith("Critical alert: com.acme.");
    assertThat(embed.get("description").getAsString())
        .contains("**Attempt 1**, 31ms: java.io.IOException: connection reset");
  }

  @Test
  void takesTheNativeUrl() {
    for (String host : new String[] {"discord.com", "discordapp.com", "canary.discord.com"}) {
      assertThat(request("https://" + host + "/api/webhooks/4711/tok", Messages.critical()).url())
          .isEqualTo("https://discord.com/api/webhooks/4711/tok?wait=true");
    }
    assertThat(Channels.of("https://notdiscord.com/api/webhooks/4711/tok").get(0))
        .isInstanceOf(JsonWebhookChannel.class);
  }

  @Test
  void keepsWithinDiscordsLimits() {
    Message huge =
        new Message(
            Notifications.critical(),
            Messages.PROCESS,
            "*".repeat(5_000),
            Body.of("@everyone ".repeat(5_000)));
    JsonObject embed =
        JsonParser.parseString(request("discord://1/t", huge).body())
            .getAsJsonObject()
            .getAsJsonArray("embeds")
            .get(0)
            .getAsJsonObject();

    assertThat(embed.get("title").getAsString()).hasSizeLessThanOrEqualTo(256).endsWith("\\*…");
    assertThat(embed.get("description").getAsString()).hasSizeBetween(4_000, 4_096).endsWith("…");
  }

  @Test
  void waitsAsLongAsDiscordSaysToTheMillisecond() {
    assertThat(
            hint(429, "{\"message\":\"slow\",\"retry_after\":64.577,\"global\":false}", Map.of()))
        .contains(Duration.ofMillis(64_577));
    assertThat(hint(429, "<html>", Map.of("X-RateLimit-Reset-After", "1.5", "Retry-After", "2")))
        .contains(Duration.ofMillis(1_500));
    assertThat(hint(429, "", Map.of("Retry-After", "2"))).contains(Duration.ofSeconds(2));
    assertThat(judge(404, "", Map.of())).isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }

  @Test
  void showsNeitherIdNorToken() {
    Channel channel = Channels.of("discord://4711471147/s3cr3t-token").get(0);

    assertThat(channel.maskedUrl()).isEqualTo("discord://***");
    assertThat(channel.hideSecrets("at /4711471147/s3cr3t-token")).isEqualTo("at /***/***");
  }

  @Test
  void refusesWhatIsNoWebhook() {
    for (String wrong : new String[] {"discord://", "discord://1", "discord://1/2/3"}) {
      assertThatThrownBy(() -> Channels.of(wrong))
          .as(wrong)
          .isInstanceOf(ChannelUrlException.class)
          .hasMessageContaining("discord://id/token");
    }
    assertThatThrownBy(() -> Channels.of("discord://1/2?thred=3"))
        .hasMessageContaining("did you mean thread?");
  }

  private static HttpRequest request(String url, Message message) {
    return ((HttpChannel) Channels.of(url).get(0)).request(message);
  }

  private static DeliveryOutcome judge(int status, String body, Map<String, String> headers) {
    return ((HttpChannel) Channels.of("discord://1/t").get(0))
        .judge(new HttpAnswer(status, body, headers));
  }

  private static Optional<Duration> hint(int status, String body, Map<String, String> headers) {
    return judge(status, body, headers) instanceof DeliveryOutcome.RetryLater later
        ? later.hint()
        : Optional.empty();
  }
}
