package dev.mulligan.notify.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsChannelTest {

  private static final String AZURE =
      "https://prod-01.westeurope.logic.azure.com:443/workflows/4711id/triggers/manual/paths/invoke"
          + "?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=s3cr3t-Signature";

  @Test
  void postsAnAdaptiveCardToTheWorkflow() {
    HttpRequest request =
        Probe.request("workflows://prod-01.westeurope.logic.azure.com:443/4711id/s3cr3t-Signature");
    JsonObject attachment =
        Probe.json(request).getAsJsonArray("attachments").get(0).getAsJsonObject();
    JsonArray blocks = attachment.getAsJsonObject("content").getAsJsonArray("body");

    assertThat(request.url()).isEqualTo(AZURE);
    assertThat(Probe.json(request).get("type").getAsString()).isEqualTo("message");
    assertThat(attachment.get("contentType").getAsString())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(attachment.getAsJsonObject("content").get("version").getAsString()).isEqualTo("1.4");
    assertThat(blocks.get(0).getAsJsonObject().get("text").getAsString())
        .startsWith("Critical alert: com.acme.");
    assertThat(blocks.get(0).getAsJsonObject().get("color").getAsString()).isEqualTo("Attention");
    assertThat(blocks.get(1).getAsJsonObject().get("text").getAsString())
        .contains("\n\n**Attempt 1**, 31ms: java.io.IOException: connection reset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        AZURE,
        "https://default1.2e.environment.api.powerplatform.com:443/powerautomate/automations/direct"
            + "/workflows/4711id/triggers/manual/paths/invoke?api-version=1&sig=s3cr3t-Signature"
      })
  void takesTheAddressThatTeamsShowsAsItIs(String url) {
    Channel channel = Channels.of(url).get(0);

    assertThat(channel).isInstanceOf(TeamsChannel.class);
    assertThat(Probe.request(url).url()).isEqualTo(url);
    assertThat(channel.maskedUrl()).doesNotContain("4711id", "s3cr3t").endsWith(":443/***");
    assertThat(channel.hideSecrets("no s3cr3t-Signature")).isEqualTo("no ***");
  }

  @Test
  void knowsPowerAutomatesForm() {
    assertThat(Probe.request("workflow://h/i/s?pa=yes&ver=2").url())
        .isEqualTo(
            "https://h/powerautomate/automations/direct/workflows/i/triggers/manual/paths/invoke"
                + "?api-version=2&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=s");
    assertThat(Probe.masked("workflows://h:8443/the-id/the-signature"))
        .containsExactly("workflows://h:8443/***");
  }

  @Test
  void staysWithin28KilobytesWhateverTheTextHolds() {
    for (String text : new String[] {"*", "\"", "😀", "\\"}) {
      Message message = Probe.saying(text.repeat(1_000), text.repeat(100_000));

      assertThat(
              Probe.request("workflows://h/i/s", message).body().getBytes(StandardCharsets.UTF_8))
          .as(text)
          .hasSizeBetween(13_000, 28 * 1_024);
    }
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Channels.of("workflows://host/id"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith("a workflows:// URL is workflows://host/workflow-id/signature");
    assertThatThrownBy(() -> Channels.of("workflows://h/i/s?wrp=no"))
        .hasMessageContaining("not supported, 'wrp'");
  }

  @Test
  void isDeliveredWhenTheWorkflowHasTakenIt() {
    assertThat(Probe.judge("workflows://h/i/s", 202, ""))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("workflows://h/i/s", 429, ""))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
    assertThat(Probe.judge("workflows://h/i/s", 401, ""))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }
}
