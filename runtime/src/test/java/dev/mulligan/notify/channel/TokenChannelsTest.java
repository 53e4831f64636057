package dev.mulligan.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGNL4, Lark and Spike.sh. */
class TokenChannelsTest {

  @ParameterizedTest
  @CsvSource({
    "signl4://the-token, https://connect.signl4.com/webhook/the-token",
    "lark://the-token, https://open.larksuite.com/open-apis/bot/v2/hook/the-token",
    "feishu://the-token, https://open.feishu.cn/open-apis/bot/v2/hook/the-token",
    "spike://the-token, https://api.spike.sh/v1/alerts/the-token",
  })
  void postsToTheWebhookWhoseNativeAddressIsAsGood(String url, String address) {
    for (String either : new String[] {url, address}) {
      HttpRequest request = Probe.request(either);

      assertThat(request.url()).isEqualTo(address);
      assertThat(request.body()).contains("Critical alert: com.acme.", "connection reset");
      assertThat(Channels.of(either).get(0).hideSecrets("the-token")).isEqualTo("***");
      assertThat(Probe.masked(either)).containsExactly(url.replace("the-token", "***"));
    }
  }

  @Test
  void opensAndResolvesSignl4sAlertUnderTheFingerprint() {
    String fingerprint = Notifications.critical().fingerprint();
    JsonObject open =
        Probe.json("signl4://t?service=db&location=1,2&alerting_scenario=single_ack&filtering=yes");
    JsonObject resolved = Probe.json("signl4://t", Probe.resolved());

    assertThat(open.get("X-S4-ExternalID").getAsString()).isEqualTo(fingerprint);
    assertThat(open.get("X-S4-Status").getAsString()).isEqualTo("new");
    assertThat(open.get("X-S4-Service").getAsString()).isEqualTo("db");
    assertThat(open.get("X-S4-Location").getAsString()).isEqualTo("1,2");
    assertThat(open.get("X-S4-AlertingScenario").getAsString()).isEqualTo("single_ack");
    assertThat(open.get("X-S4-Filtering").getAsBoolean()).isTrue();
    assertThat(open.get("severity").getAsString()).isEqualTo("critical");
    assertThat(resolved.get("X-S4-ExternalID").getAsString()).isEqualTo(fingerprint);
    assertThat(resolved.get("X-S4-Status").getAsString()).isEqualTo("resolved");
    assertThat(Channels.of("signl4://t").get(0).keepsIncidents()).isTrue();
  }

  @Test
  void firesNoMentionOnLarkAndStaysWithinItsLimit() {
    JsonObject body = Probe.json("lark://t", Probe.saying("t", "<at user_id=\"all\">all</at>"));

    assertThat(body.get("msg_type").getAsString()).isEqualTo("text");
    assertThat(body.getAsJsonObject("content").get("text").getAsString())
        .isEqualTo("t\n<\u200Bat user_\u200Bid=\"all\">all<\u200B/at>");
    for (String text : new String[] {"\"", "😀"}) {
      String huge = Probe.request("lark://t", Probe.saying("t", text.repeat(100_000))).body();
      assertThat(huge.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(9_000, 20_000);
    }
  }

  @Test
  void isNotDeliveredWhenLarkSaysSoUnderStatus200() {
    assertThat(Probe.judge("lark://t", 200, "{\"code\":0,\"msg\":\"success\"}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("lark://t", 200, "{\"code\":19001,\"msg\":\"invalid\"}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(Probe.judge("lark://t", 200, "{\"code\":9499,\"msg\":\"Bad Request\"}"))
        .isInstanceOf(DeliveryOutcome.Failed.class);
    assertThat(Probe.judge("lark://t", 200, "{\"code\":11232,\"msg\":\"frequency limited\"}"))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
    assertThat(Probe.judge("lark://t", 500, "")).isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @Test
  void keepsTitlesShort() {
    assertThat(Probe.json("spike://t", Probe.huge()).get("message").getAsString())
        .hasSizeBetween(248, 250);
    assertThat(Probe.json("spike://t", Probe.huge()).get("description").getAsString())
        .hasSizeBetween(32_766, 32_768);
    assertThat(Probe.json("signl4://t", Probe.huge()).get("title").getAsString())
        .hasSizeBetween(248, 250);
  }

  @ParameterizedTest
  @ValueSource(strings = {"signl4", "lark", "feishu", "spike"})
  void refusesWhatItDoesNotUnderstand(String scheme) {
    assertThatThrownBy(() -> Channels.of(scheme + "://"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessage("the " + scheme + ":// URL names no token; it is " + scheme + "://token");
    assertThatThrownBy(() -> Channels.of(scheme + "://t/x"))
        .isInstanceOf(ChannelUrlException.class);
    assertThatThrownBy(() -> Channels.of(scheme + "://t?nonsense=1"))
        .hasMessageContaining("not supported, 'nonsense'");
  }
}
