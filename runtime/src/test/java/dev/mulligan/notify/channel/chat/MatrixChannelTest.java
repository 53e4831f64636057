package dev.mulligan.notify.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Conversation;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixChannelTest {

  private static final String API = "https://hs:8448/_matrix/client/v3";
  private static final String LOGIN = "matrixs://bob:hunter2@hs:8448/#ops";
  private static final String TOKEN = "matrixs://secret-token@hs:8448/!abc:other.org";
  private static final String SESSION =
      "{\"access_token\":\"at1\",\"user_id\":\"@bob:example.org\"}";

  private final Conversation server = new Conversation();

  @Test
  void logsInJoinsPutsAndLogsOut() throws IOException {
    server
        .answering(200, SESSION)
        .answering(200, "{\"room_id\":\"!r:example.org\"}")
        .answering(200, "{\"event_id\":\"e\"}")
        .answering(200, "{}");

    assertThat(send(LOGIN)).isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(server.requests())
        .extracting(request -> request.method() + " " + request.url())
        .containsExactly(
            "POST " + API + "/login",
            "POST " + API + "/join/%23ops%3Aexample.org",
            "PUT " + API + "/rooms/%21r%3Aexample.org/send/m.room.message/id-1",
            "POST " + API + "/logout");
    assertThat(server.requests().get(0).body())
        .contains("\"user\":\"bob\"", "\"password\":\"hunter2\"", "\"m.login.password\"");
    assertThat(server.requests().get(0).headers()).doesNotContainKey("Authorization");
    assertThat(server.requests().subList(1, 4))
        .allSatisfy(
            request -> assertThat(request.headers()).containsEntry("Authorization", "Bearer at1"));
  }

  @Test
  void needsNoLoginWithAnAccessToken() throws IOException {
    for (String url :
        List.of(TOKEN, "matrixs://bob:pw@hs:8448/!abc:other.org?token=secret-token")) {
      server.requests().clear();
      server.answering(200, "{\"room_id\":\"!abc:other.org\"}").answering(200, "{}");

      assertThat(send(url)).isInstanceOf(DeliveryOutcome.Delivered.class);
      assertThat(server.requests())
          .extracting(HttpRequest::url)
          .containsExactly(
              API + "/join/%21abc%3Aother.org",
              API + "/rooms/%21abc%3Aother.org/send/m.room.message/id-1");
      assertThat(server.requests().get(1).headers())
          .containsEntry("Authorization", "Bearer secret-token");
    }
  }

  @Test
  void sendsTextAndHtmlThatMentionNobody() throws IOException {
    JsonObject content = content(TOKEN + "?msgtype=notice", Probe.saying("@room <b>", "a @bob\nb"));

    assertThat(content.get("msgtype").getAsString()).isEqualTo("m.notice");
    assertThat(content.get("body").getAsString()).isEqualTo("@\u200Broom <b>\na @\u200Bbob\nb");
    assertThat(content.get("format").getAsString()).isEqualTo("org.matrix.custom.html");
    assertThat(content.get("formatted_body").getAsString())
        .isEqualTo("<b>@room &lt;b&gt;</b><br>\na @bob<br>\nb");
    assertThat(content.get("m.mentions").toString()).isEqualTo("{}");
  }

  @Test
  void staysWithin64KilobytesWhateverTheTextHolds() throws IOException {
    for (String text : List.of("\"", "<", "😀")) {
      content(TOKEN, Probe.saying(text.repeat(1_000), text.repeat(200_000)));
      String body = server.requests().get(1).body();

      assertThat(body.getBytes(StandardCharsets.UTF_8)).as(text).hasSizeBetween(25_000, 64_000);
    }
  }

  @Test
  void waitsAsLongAsTheServerSays() throws IOException {
    server
        .answering(200, "{\"room_id\":\"!r:x\"}")
        .answering(429, "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":1234}");

    assertThat(Probe.hint(send(TOKEN))).contains(Duration.ofMillis(1_234));
  }

  @Test
  void doesNotGoOnWhenAStepFails() throws IOException {
    server.answering(403, "{\"errcode\":\"M_FORBIDDEN\"}");
    assertThat(send(LOGIN)).isInstanceOf(DeliveryOutcome.ChannelFailed.class);

    server.answering(200, "<html>");
    assertThat(send(LOGIN))
        .isEqualTo(
            new DeliveryOutcome.ChannelFailed(
                "the Matrix server's answer to the login cannot be parsed"));

    server.answering(200, SESSION).answering(404, "{}").answering(200, "{}");
    assertThat(send(LOGIN)).isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(server.requests().get(4).url()).endsWith("/logout");
  }

  @Test
  void makesAChannelOfItsOwnForEachRoomAndHidesItsSecrets() {
    assertThat(Probe.masked("matrix://bob:hunter2@hs/#a/!b:c/d"))
        .containsExactly("matrix://***@hs/#a", "matrix://***@hs/!b:c", "matrix://***@hs/d");
    assertThat(Channels.of(TOKEN).get(0).hideSecrets("secret-token")).isEqualTo("***");
    assertThat(Channels.of("matrix://hs/#a?token=other-token").get(0).hideSecrets("other-token"))
        .isEqualTo("***");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    for (String wrong : List.of("matrix://hs/#a", "matrix://bob:pw@hs", "matrix://%C3%BC@hs/#a")) {
      assertThatThrownBy(() -> Channels.of(wrong))
          .as(wrong)
          .isInstanceOf(ChannelUrlException.class)
          .hasMessageStartingWith("a matrix:// URL is matrix://user:password@host/#room");
    }
    assertThatThrownBy(() -> Channels.of("matrix://t@hs/#a?msgtype=x"))
        .hasMessage("the matrix:// URL's msgtype must be text or notice");
    assertThatThrownBy(() -> Channels.of("matrix://t@hs/#a?mode=slack"))
        .hasMessageContaining("not supported, 'mode'");
  }

  private JsonObject content(String url, Message message) throws IOException {
    server.requests().clear();
    server.answering(200, "{\"room_id\":\"!abc:other.org\"}").answering(200, "{}");
    Channels.of(url).get(0).send(message, server.network());
    return Probe.json(server.requests().get(1));
  }

  private DeliveryOutcome send(String url) throws IOException {
    return Channels.of(url).get(0).send(Messages.critical(), server.network());
  }
}
