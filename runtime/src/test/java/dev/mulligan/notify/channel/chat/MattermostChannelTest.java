package dev.mulligan.notify.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MattermostChannelTest {

  @Test
  void postsMarkdownToTheHook() {
    HttpRequest request = Probe.request("mmost://bot@host:8065/sub/the-token");

    assertThat(request.url()).isEqualTo("http://host:8065/sub/hooks/the-token");
    assertThat(request.headers()).doesNotContainKey("Authorization");
    assertThat(Probe.json(request).get("username").getAsString()).isEqualTo("bot");
    assertThat(Probe.json(request).has("channel")).isFalse();
    assertThat(Probe.json(request).get("text").getAsString())
        .startsWith("**Critical alert: com.acme.")
        .contains("**Attempt 1**, 31ms");
  }

  @Test
  void makesAChannelOfItsOwnForEachTarget() {
    List<Channel> channels = Channels.of("mmosts://host/the-token?channel=%23ops,@bob&to=dev");

    assertThat(channels)
        .extracting(Channel::maskedUrl)
        .containsExactly(
            "mmosts://host/***/#ops", "mmosts://host/***/@bob", "mmosts://host/***/dev");
    assertThat(channels)
        .extracting(channel -> Probe.json(((HttpChannel) channel).request(Messages.critical())))
        .extracting(body -> body.get("channel").getAsString())
        .containsExactly("ops", "@bob", "dev");
    assertThat(channels.get(0).hideSecrets("/hooks/the-token")).isEqualTo("/hooks/***");
  }

  @Test
  void firesNoMention() {
    assertThat(
            Probe.json("mmost://h/t", Probe.saying("@all", "@channel @here @bob **x**"))
                .get("text")
                .getAsString())
        .isEqualTo("**@\u200Ball**\n@\u200Bchannel @\u200Bhere @\u200Bbob \\*\\*x\\*\\*");
  }

  @Test
  void cutsAtItsLimitInCodePoints() {
    String text = Probe.json("mmost://h/t", Probe.huge()).get("text").getAsString();

    assertThat(text.codePointCount(0, text.length())).isEqualTo(16_383);
  }

  @Test
  void isGoneWhenTheHookIs() {
    assertThat(Probe.judge("mmost://h/t", 200, "ok")).isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("mmost://h/t", 404, ""))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(Probe.judge("mmost://h/t", 500, "")).isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Channels.of("mmosts://host"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith("a mmosts:// URL is mmosts://host/token");
    assertThatThrownBy(() -> Channels.of("mmost://host/t?chanel=x"))
        .hasMessageEndingWith("did you mean channel?");
    assertThatThrownBy(() -> Channels.of("mmost:///t"))
        .hasMessage("the mmost:// URL has no valid host");
  }
}
