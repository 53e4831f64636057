package dev.mulligan.notify.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZulipChannelTest {

  private static final String URL = "zulip://alerts@acme/the-token";

  @Test
  void postsToTheStreamUnderTheOperationAsItsTopic() {
    HttpRequest request = Probe.request(URL + "/ops");
    Map<String, String> form = Probe.form(request);

    assertThat(request.url()).isEqualTo("https://acme.zulipchat.com/api/v1/messages");
    assertThat(login(request)).isEqualTo("alerts-bot@acme.zulipchat.com:the-token");
    assertThat(form).containsEntry("type", "stream").containsEntry("to", "ops");
    assertThat(form.get("topic")).isEqualTo("com.acme.PaymentGateway.charge(String, long)");
    assertThat(form.get("content"))
        .startsWith("**Critical alert: com.acme.")
        .contains("**Attempt 1**, 31ms");
    assertThat(Probe.form(Probe.request(URL + "/ops", Probe.resolved())).get("topic"))
        .isEqualTo(form.get("topic"));
  }

  @Test
  void writesToAPersonWithoutATopic() {
    assertThat(Probe.form(Probe.request(URL + "/bob@acme.com")))
        .containsEntry("type", "private")
        .containsEntry("to", "bob@acme.com")
        .doesNotContainKey("topic");
  }

  @ParameterizedTest
  @CsvSource({
    "zulip://a-bot@acme/t, a-bot@acme.zulipchat.com:t",
    "zulip://a@zulip.acme.com/t, a-bot@zulip.acme.com:t",
    "zulip://x%40y.org@acme/t, x@y.org:t",
  })
  void knowsTheBotsAddress(String url, String login) {
    assertThat(login(Probe.request(url))).isEqualTo(login);
    assertThat(Probe.form(Probe.request(url))).containsEntry("to", "general");
  }

  @Test
  void makesAChannelOfItsOwnForEachTarget() {
    List<Channel> channels = Channels.of(URL + "/#ops/dev?to=a@b.c");

    assertThat(channels)
        .extracting(Channel::maskedUrl)
        .containsExactly(
            "zulip://***@acme/***/#ops", "zulip://***@acme/***/dev", "zulip://***@acme/***/a@b.c");
    assertThat(channels.get(0).hideSecrets("the-token")).isEqualTo("***");
  }

  @Test
  void firesNoMentionAndKeepsWithinItsLimits() {
    assertThat(Probe.form(Probe.request(URL, Probe.saying("t", "@**all** @*ops*"))).get("content"))
        .isEqualTo("**t**\n@\u200B*\u200B*\u200Ball*\u200B*\u200B @\u200B*\u200Bops*\u200B");
    assertThat(Probe.field(Probe.request(URL, Probe.huge()), "content").codePoints())
        .hasSize(10_000);
  }

  @Test
  void waitsWhenItIsAskedTo() {
    assertThat(Probe.judge(URL, 200, "{\"result\":\"success\"}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.hint(Probe.judge(URL, 429, "{\"retry-after\":28.7}")))
        .contains(Duration.ofMillis(28_700));
    assertThat(Probe.judge(URL, 400, "{}")).isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    for (String wrong : new String[] {"zulip://acme/t", "zulip://a@acme", "zulip://"}) {
      assertThatThrownBy(() -> Channels.of(wrong))
          .as(wrong)
          .isInstanceOf(ChannelUrlException.class)
          .hasMessage("a zulip:// URL is zulip://botname@organisation/token/stream");
    }
  }

  private static String login(HttpRequest request) {
    String header = String.valueOf(request.headers().get("Authorization"));
    return new String(
        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
  }
}
