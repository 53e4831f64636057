package dev.mulligan.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RocketChatChannelTest {

  private static final String LOGIN = "rocket://bob:hunter2@host:3000/#ops";
  private static final HttpAnswer LOGGED_IN =
      answer(200, "{\"status\":\"success\",\"data\":{\"userId\":\"u1\",\"authToken\":\"at1\"}}");
  private static final HttpAnswer POSTED = answer(200, "{\"success\":true}");

  private final List<HttpRequest> sent = new ArrayList<>();

  @Test
  void postsToTheWebhook() {
    HttpRequest request = Probe.request("rockets://hook-a/hook-b@host:3000");

    assertThat(request.url()).isEqualTo("https://host:3000/hooks/hook-a/hook-b");
    assertThat(Probe.json(request).has("channel")).isFalse();
    assertThat(Probe.json(request).get("text").getAsString())
        .startsWith("*Critical alert: com.acme.")
        .contains("*Attempt 1*, 31ms");
    assertThat(Probe.request("rocket://host?webhook=hook-a/hook-b").url())
        .isEqualTo("http://host/hooks/hook-a/hook-b");
  }

  @Test
  void makesAChannelOfItsOwnForEachTarget() {
    List<Channel> channels = Channels.of("rocket://hook-a/hook-b@host/#ops/@bob/dev");

    assertThat(channels)
        .extracting(Channel::maskedUrl)
        .containsExactly(
            "rocket://host/***/#ops", "rocket://host/***/@bob", "rocket://host/***/dev");
    assertThat(channels)
        .extracting(channel -> Probe.json(((HttpChannel) channel).request(Messages.critical())))
        .extracting(body -> body.get("channel").getAsString())
        .containsExactly("#ops", "@bob", "#dev");
    assertThat(channels.get(0).hideSecrets("/hook-a/hook-b")).isEqualTo("/***/***");
  }

  @Test
  void firesNoMentionAndCutsAtItsLimit() {
    assertThat(
            Probe.json("rocket://a/b@h", Probe.saying("@all", "*x* @here"))
                .get("text")
                .getAsString())
        .isEqualTo("*@\u200Ball*\n*\u200Bx*\u200B @\u200Bhere");
    assertThat(Probe.json("rocket://a/b@h", Probe.huge()).get("text").getAsString())
        .hasSizeBetween(4_990, 5_000);
  }

  @Test
  void isNotDeliveredWhenTheAnswerSaysSo() {
    assertThat(Probe.judge("rocket://a/b@h", 200, "{\"success\":true}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge("rocket://a/b@h", 200, "{\"success\":false,\"error\":\"x\"}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(Probe.judge("rocket://a/b@h", 429, ""))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @Test
  void logsInPostsAndLogsOut() throws IOException {
    DeliveryOutcome outcome = send(LOGIN, LOGGED_IN, POSTED, POSTED);

    assertThat(outcome).isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(sent)
        .extracting(HttpRequest::url)
        .containsExactly(
            "http://host:3000/api/v1/login",
            "http://host:3000/api/v1/chat.postMessage",
            "http://host:3000/api/v1/logout");
    assertThat(sent.get(0).body()).isEqualTo("{\"user\":\"bob\",\"password\":\"hunter2\"}");
    assertThat(sent.get(0).headers()).doesNotContainKey("Authorization");
    assertThat(sent.get(1).headers())
        .containsEntry("X-Auth-Token", "at1")
        .containsEntry("X-User-Id", "u1");
    assertThat(Probe.json(sent.get(1)).get("channel").getAsString()).isEqualTo("#ops");
  }

  @Test
  void namesARoomByItsId() throws IOException {
    send("rocket://bob:pw@host/GENERAL", LOGGED_IN, POSTED, POSTED);

    assertThat(Probe.json(sent.get(1)).get("roomId").getAsString()).isEqualTo("GENERAL");
  }

  @Test
  void doesNotPostWithoutALogin() throws IOException {
    assertThat(send(LOGIN, answer(401, "{\"status\":\"error\"}")))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(send(LOGIN, answer(503, ""))).isInstanceOf(DeliveryOutcome.RetryLater.class);
    assertThat(send(LOGIN, answer(200, "<html>")))
        .isEqualTo(new DeliveryOutcome.ChannelFailed("Rocket.Chat's login returned no token"));
    assertThat(sent).hasSize(3);
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Channels.of("rocket://host/#ops"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith("a rocket:// URL is rocket://hookA/hookB@host/#channel");
    assertThatThrownBy(() -> Channels.of("rocket://bob:pw@host"))
        .hasMessage("the rocket:// URL names no target: user:password@host/#channel");
    assertThat(Probe.masked(LOGIN)).containsExactly("rocket://***@host:3000/#ops");
  }

  private DeliveryOutcome send(String url, HttpAnswer... answers) throws IOException {
    List<HttpAnswer> left = new ArrayList<>(List.of(answers));
    return Channels.of(url)
        .get(0)
        .send(
            Messages.critical(),
            new Network(
                request -> {
                  sent.add(request);
                  return left.remove(0);
                },
                new Conversation().network().mail()));
  }

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, body, Map.of());
  }
}
