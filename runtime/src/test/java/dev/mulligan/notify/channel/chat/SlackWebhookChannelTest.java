package dev.mulligan.notify.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackWebhookChannelTest {

  private static final Message FROM_APPLICATION =
      new Message(
          Notifications.critical(),
          Messages.PROCESS,
          "<!channel> & \"t\"",
          Body.of("<@U123> <!here> a>b"));

  @Test
  void postsOneColouredAttachment() {
    HttpRequest request = request("slack://T1/B2/c3", Messages.critical());
    JsonObject attachment = attachmentOf(request);

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo("https://hooks.slack.com/services/T1/B2/c3");
    assertThat(attachment.get("title").getAsString()).startsWith("Critical alert: com.acme.");
    assertThat(attachment.get("text").getAsString()).contains("connection reset");
    assertThat(attachment.get("color").getAsString()).isEqualTo("#A32037");
    assertThat(attachment.get("footer").getAsString()).isEqualTo("Mulligan");
    assertThat(attachment.get("ts").getAsLong()).isEqualTo(Notifications.TIME.getEpochSecond());
    assertThat(bodyOf(request).keySet()).containsExactlyInAnyOrder("mrkdwn", "attachments");
  }

  @Test
  void takesTheNativeUrlAsItIs() {
    assertThat(request("https://hooks.slack.com/services/T1/B2/c3", Messages.critical()).url())
        .isEqualTo("https://hooks.slack.com/services/T1/B2/c3");
  }

  @Test
  void firesNoMentionThatAnExceptionsMessageHolds() {
    JsonObject attachment = attachmentOf(request("slack://T1/B2/c3", FROM_APPLICATION));

    assertThat(attachment.get("title").getAsString()).isEqualTo("&lt;!channel&gt; &amp; \"t\"");
    assertThat(attachment.get("fallback").getAsString()).isEqualTo("&lt;!channel&gt; &amp; \"t\"");
    assertThat(attachment.get("text").getAsString())
        .isEqualTo("&lt;@U123&gt; &lt;!here&gt; a&gt;b");
  }

  @Test
  void makesAChannelOfItsOwnForEachTarget() {
    List<Channel> channels = Channels.of("slack://bot@T1/B2/c3/#ops/@bob/+C0123/dev");

    assertThat(channels)
        .extracting(Channel::maskedUrl)
        .containsExactly(
            "slack://***/#ops", "slack://***/@bob", "slack://***/+C0123", "slack://***/dev");
    assertThat(channels)
        .extracting(channel -> bodyOf(((HttpChannel) channel).request(Messages.critical())))
        .allSatisfy(body -> assertThat(body.get("username").getAsString()).isEqualTo("bot"))
        .extracting(body -> body.get("channel").getAsString())
        .containsExactly("#ops", "@bob", "C0123", "#dev");
  }

  @Test
  void cutsTheTitleAtSlacksLimitAndNeverInsideAnEscape() {
    Message huge =
        new Message(
            Notifications.critical(),
            Messages.PROCESS,
            "&".repeat(2_000),
            Body.of("<".repeat(100_000)));
    JsonObject attachment = attachmentOf(request("slack://T1/B2/c3", huge));

    assertThat(attachment.get("title").getAsString())
        .hasSizeLessThanOrEqualTo(1_024)
        .matches("(&amp;){204}…");
    assertThat(attachment.get("text").getAsString())
        .hasSizeLessThanOrEqualTo(35_000)
        .endsWith("&lt;…");
  }

  @Test
  void isDeliveredOnlyWhenSlackSaysOk() {
    assertThat(judge(200, "ok")).isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(judge(200, "{\"ok\":false,\"error\":\"invalid_payload\"}"))
        .isEqualTo(
            new DeliveryOutcome.ChannelFailed(
                "Slack did not answer \"ok\": HTTP 200:"
                    + " {\"ok\":false,\"error\":\"invalid_payload\"}"));
    assertThat(judge(404, "no_service"))
        .isEqualTo(new DeliveryOutcome.ChannelFailed("HTTP 404: no_service"));
    assertThat(judge(403, "invalid_token")).isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(judge(500, ""))
        .isEqualTo(new DeliveryOutcome.RetryLater("HTTP 500", Optional.empty()));
  }

  private static DeliveryOutcome judge(int status, String body) {
    return ((HttpChannel) Channels.of("slack://T1/B2/c3").get(0))
        .judge(new HttpAnswer(status, body, Map.of()));
  }

  private static HttpRequest request(String url, Message message) {
    return ((HttpChannel) Channels.of(url).get(0)).request(message);
  }

  private static JsonObject bodyOf(HttpRequest request) {
    return JsonParser.parseString(request.body()).getAsJsonObject();
  }

  private static JsonObject attachmentOf(HttpRequest request) {
    return bodyOf(request).getAsJsonArray("attachments").get(0).getAsJsonObject();
  }
}
