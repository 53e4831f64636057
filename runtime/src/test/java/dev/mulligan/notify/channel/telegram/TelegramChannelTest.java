package dev.mulligan.notify.channel.telegram;

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
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramChannelTest {

  @Test
  void sendsHtmlWithTheTitleInBold() {
    HttpRequest request = request("tgram://123456:ABC-d_ef/-100987", Messages.critical());
    JsonObject body = json(request);

    assertThat(request.url()).isEqualTo("https://api.telegram.org/bot123456:ABC-d_ef/sendMessage");
    assertThat(body.get("chat_id").getAsString()).isEqualTo("-100987");
    assertThat(body.get("parse_mode").getAsString()).isEqualTo("HTML");
    assertThat(body.get("disable_notification").getAsBoolean()).isFalse();
    assertThat(body.get("link_preview_options").toString()).isEqualTo("{\"is_disabled\":true}");
    assertThat(body.has("message_thread_id")).isFalse();
    assertThat(body.get("text").getAsString())
        .startsWith("<b>Critical alert: com.acme.PaymentGateway.charge(String, long) failed")
        .contains("\n<b>Attempt 1</b>, 31ms: java.io.IOException: connection reset")
        .doesNotContain("<br>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456:ABC", "bot123456:ABC", "name@123456:ABC", "123456%3AABC"})
  void takesTheTokenInEachOfItsForms(String token) {
    assertThat(request("tgram://" + token + "/1", Messages.critical()).url())
        .isEqualTo("https://api.telegram.org/bot123456:ABC/sendMessage");
  }

  @Test
  void hasOneChannelForEachChatAndTopic() {
    assertThat(Channels.of("tgram://1:abcdef/12/@news:7/ops?topic=3"))
        .extracting(channel -> json(((HttpChannel) channel).request(Messages.critical())))
        .extracting(body -> body.get("chat_id").getAsString() + " " + body.get("message_thread_id"))
        .containsExactly("12 3", "@news 7", "@ops 3");
    assertThat(Channels.of("tgram://1:abcdef/12/@news:7"))
        .extracting(Channel::maskedUrl)
        .containsExactly("tgram://***/12", "tgram://***/@news:7");
  }

  @Test
  void writesMarkdownOrPlainTextAndStaysSilentWhereTheUrlSaysSo() {
    JsonObject markdown =
        json(request("tgram://1:a/2?format=markdown&silent=yes&preview=yes", Messages.critical()));
    JsonObject plain = json(request("tgram://1:a/2?format=text", Messages.critical()));

    assertThat(markdown.get("parse_mode").getAsString()).isEqualTo("MarkdownV2");
    assertThat(markdown.get("text").getAsString())
        .startsWith("*Critical alert: com\\.acme\\.PaymentGateway\\.charge\\(String, long\\) ")
        .contains("\n*Attempt 2*, 12ms: java\\.io\\.IOException: HTTP 503\n");
    assertThat(markdown.get("disable_notification").getAsBoolean()).isTrue();
    assertThat(markdown.get("link_preview_options").toString())
        .isEqualTo("{\"is_disabled\":false}");
    assertThat(plain.has("parse_mode")).isFalse();
    assertThat(plain.get("text").getAsString()).startsWith("Critical alert: com.acme.");
  }

  @Test
  void countsItsLimitAfterParsingAndNeverCutsAnEntity() {
    Message huge =
        new Message(
            Notifications.critical(), Messages.PROCESS, "T", Body.of("<@all>&".repeat(2_000)));
    String text = json(request("tgram://1:a/2", huge)).get("text").getAsString();
    String read =
        text.replaceAll("</?b>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");

    assertThat(read).hasSizeBetween(4_090, 4_096).startsWith("T\n<@\u200Ball>&<").endsWith("…");
    assertThat(text).hasSizeGreaterThan(4_096).doesNotContainPattern("&(?!lt;|gt;|amp;)");
  }

  @Test
  void waitsAsLongAsTelegramSays() {
    assertThat(
            judge(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
                    + "\"parameters\":{\"retry_after\":37}}"))
        .isInstanceOfSatisfying(
            DeliveryOutcome.RetryLater.class,
            later -> assertThat(later.hint()).contains(Duration.ofSeconds(37)));
    assertThat(judge(502, "<html>"))
        .isInstanceOfSatisfying(
            DeliveryOutcome.RetryLater.class,
            later -> assertThat(later.hint()).isEqualTo(Optional.empty()));
  }

  @Test
  void isDeliveredWhenTelegramSaysOk() {
    assertThat(judge(200, "{\"ok\":true,\"result\":{}}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(judge(200, "{\"ok\":false}")).isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(judge(200, "<html>a proxy's page</html>"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }

  @Test
  void tellsAMessageThatTelegramWillNotTakeFromAChatOrABotThatItDoesNotKnow() {
    assertThat(judge(400, "{\"ok\":false,\"description\":\"Bad Request: message is too long\"}"))
        .isInstanceOf(DeliveryOutcome.Failed.class);
    assertThat(judge(400, "{\"ok\":false,\"description\":\"Bad Request: chat not found\"}"))
        .isInstanceOfSatisfying(
            DeliveryOutcome.ChannelFailed.class,
            failed -> assertThat(failed.reason()).contains("chat not found"));
    assertThat(judge(403, "{\"ok\":false,\"description\":\"Forbidden: bot was kicked\"}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(judge(401, "{\"ok\":false,\"description\":\"Unauthorized\"}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(
            judge(
                400,
                "{\"ok\":false,\"description\":\"Bad Request: group chat was upgraded to a"
                    + " supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-1001234567890}}"))
        .isInstanceOfSatisfying(
            DeliveryOutcome.ChannelFailed.class,
            failed -> assertThat(failed.reason()).contains("name it as -1001234567890"));
  }

  @Test
  void showsTheTokenNowhere() {
    Channel channel = Channels.of("tgram://123456:ABC-def_ghi/42").get(0);
    String url = ((HttpChannel) channel).request(Messages.critical()).url();

    assertThat(channel.maskedUrl()).isEqualTo("tgram://***/42");
    assertThat(channel.hideSecrets("no answer from " + url))
        .isEqualTo("no answer from https://api.telegram.org/bot***/sendMessage");
    assertThat(channel.hideSecrets("bot123456:ABC-def_ghi, ABC-def_ghi")).isEqualTo("bot***, ***");
    assertThatThrownBy(() -> Channels.of("tgram://123456:ABC-def_ghi"))
        .hasMessageNotContaining("ghi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tgram://",
        "tgram://123456:ABC",
        "tgram://nocolon/1",
        "tgram://:ABC/1",
        "tgram://123456:/1",
        "tgram://123456:a%2Fb/1",
        "tgram://1:a/no way",
        "tgram://1:a/1:x",
        "tgram://1:a/2?format=latex",
        "tgram://1:a/2?silent=perhaps",
        "tgram://1:a/2?+X=1"
      })
  void refusesWhatItDoesNotUnderstand(String wrong) {
    assertThatThrownBy(() -> Channels.of(wrong))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageContaining("tgram://");
  }

  private static HttpRequest request(String url, Message message) {
    return ((HttpChannel) Channels.of(url).get(0)).request(message);
  }

  private static JsonObject json(HttpRequest request) {
    return JsonParser.parseString(request.body()).getAsJsonObject();
  }

  private static DeliveryOutcome judge(int status, String body) {
    return ((HttpChannel) Channels.of("tgram://1:a/2").get(0))
        .judge(new HttpAnswer(status, body, Map.of()));
  }
}
