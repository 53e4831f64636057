package dev.mulligan.notify.channel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.mail.Mail;
import dev.mulligan.mail.MailAnswer;
import dev.mulligan.mail.MailServer;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.MessageWriter;
import dev.mulligan.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an exception's message holds: it takes no effect in any channel, and breaks none. */
class HostileTextsTest {

  private static final List<String> TEXTS =
      List.of(
          "\0 \u0007 \u001B[31m \uFFFE",
          "a lone \uD800 and a lone \uDC00",
          "\u202Egpj.exe\u202C \u2066x\u2069",
          "@everyone @here @channel @all @bob",
          "<!channel> <!here> <@U123> <#C123> <https://evil.example|click>",
          "**b** [click](https://evil.example) ![i](https://evil.example/x.png) ||s|| # h > q",
          "*b* _i_ ~s~ `c` ```x```",
          "<b>x</b><script>alert(1)</script><a href='https://evil.example'>x</a><img src=x>",
          "&lt;b&gt; &amp; &#x202E; %0d%0a %n {title} ${jndi:ldap://evil}",
          "]]></Message></Notification><Message>",
          "\"}],\"event_action\":\"resolve\",\"x\":\"\\",
          "line\r\nBcc: evil@example.org\r\n\r\n.\r\nDATA");

  /**
   * @param most bytes of its whole request
   * @param effects what must not stand in it
   */
  private record Receiver(String url, int most, List<String> effects) {}

  private static final List<String> JSON = List.of(",\"event_action\":\"resolve\"");
  private static final List<String> FORM = List.of("<", "&x", "\"");
  private static final List<String> SLACK =
      List.of("<!", "<@", "<#", "<https", "*b*", "_i_", "~s~", "`c`");
  private static final List<String> MARKDOWN =
      List.of("@everyone", "@here", " <!", "[click](", "**b**", "*b*", "||s||", "`c`", "<@U123");
  private static final List<String> HTML =
      List.of("<script", "<a ", "<img", "<b>x", "@everyone", "@bob");

  /** Title and body of more than 10 MB each. */
  private static final Message HUGE =
      new Message(
          Notifications.critical(),
          Messages.PROCESS,
          "<@&>*界 \"😀".repeat(1_200_000),
          Body.of(("<@&>*界 \"😀".repeat(100) + "\n").repeat(12_000)));

  private static final List<Receiver> RECEIVERS =
      List.of(
          new Receiver("slack://A/B/C", 140_000, SLACK),
          new Receiver("slack://xoxb-1/#ops", 140_000, SLACK),
          new Receiver("discord://1/t", 20_000, MARKDOWN),
          new Receiver("tgram://1:t/2", 40_000, HTML),
          new Receiver("tgram://1:t/2?format=markdown", 40_000, List.of("@everyone", "[click](")),
          new Receiver("pagerduty://key", 512 * 1024, JSON),
          new Receiver("opsgenie://key", 200_000, JSON),
          new Receiver("jira://key", 200_000, JSON),
          new Receiver("splunk://route@key", 200_000, JSON),
          new Receiver("victorops://route@key", 200_000, JSON),
          new Receiver("alertmanager://host", 200_000, JSON),
          new Receiver("alertmanagers://host", 200_000, JSON),
          new Receiver("workflows://h/i/s", 200_000, JSON),
          new Receiver("workflow://h/i/s", 200_000, JSON),
          new Receiver("gchat://space/key/token", 200_000, JSON),
          new Receiver("mmost://host/token", 200_000, JSON),
          new Receiver("mmosts://host/token", 200_000, JSON),
          new Receiver("rocket://a/b@host", 200_000, JSON),
          new Receiver("rockets://a/b@host", 200_000, JSON),
          new Receiver("ntfy://host/topic", 200_000, JSON),
          new Receiver("ntfys://host/topic", 200_000, JSON),
          new Receiver("gotify://host/token", 400_000, JSON),
          new Receiver("gotifys://host/token", 400_000, JSON),
          new Receiver("pover://user@token", 40_000, FORM),
          new Receiver("zulip://bot@org/token/stream", 200_000, FORM),
          new Receiver("matrix://token@host/!id:host", 400_000, JSON),
          new Receiver("matrixs://token@host/!id:host", 400_000, JSON),
          new Receiver("twilio://sid:token@15550001111/15550002222", 4_000, FORM),
          new Receiver("sns://AK/SK/us-east-1/15551234567", 4_000, FORM),
          new Receiver("apprise://host/key", 700_000, JSON),
          new Receiver("apprises://host/key", 700_000, JSON),
          new Receiver("signl4://secret", 200_000, JSON),
          new Receiver("lark://token", 200_000, JSON),
          new Receiver("feishu://token", 200_000, JSON),
          new Receiver("spike://token", 200_000, JSON),
          new Receiver("json://host", 400_000, JSON),
          new Receiver("jsons://host", 400_000, JSON),
          new Receiver("http://host", 400_000, JSON),
          new Receiver("https://host", 400_000, JSON),
          new Receiver("form://host", 700_000, FORM),
          new Receiver("forms://host", 700_000, FORM),
          new Receiver("xml://host", 300_000, List.of("</Message></Notification><Message>")),
          new Receiver("xmls://host", 300_000, List.of("<script")),
          new Receiver("mailto://h/a@x.org", 500_000, List.of("<script", "<a ", "<img")),
          new Receiver("mailtos://h/a@x.org", 500_000, List.of("<script", "<a ", "<img")));

  @Test
  void everySchemeIsAmongThem() {
    assertThat(RECEIVERS)
        .extracting(receiver -> receiver.url().substring(0, receiver.url().indexOf(':')))
        // Syslog's datagrams are looked at in SyslogChannelTest.
        .containsAll(Schemes.names().stream().filter(name -> !name.equals("rsyslog")).toList());
  }

  @ParameterizedTest(name = "{0}: {index}")
  @MethodSource("receiversAndTexts")
  void takeNoEffect(String url, List<String> effects, String hostile) throws IOException {
    String sent = sent(url, failingWith(hostile));

    assertThat(effects).noneMatch(sent::contains);
    assertThat(sent).doesNotContainPattern("[\\x00\\x07\\x1B\\u202A-\\u202E\\u2066-\\u2069]");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(sent)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("receivers")
  void areCutWhereTheReceiversLimitIs(String url, int most) throws IOException {
    assertThat(sent(url, HUGE).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(most);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("receivers")
  void areCutAlreadyInTheNotification(String url, int most) throws IOException {
    assertThat(sent(url, failingWith("界".repeat(3_000_000))).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(most);
  }

  private static Stream<Arguments> receivers() {
    return RECEIVERS.stream().map(receiver -> Arguments.of(receiver.url(), receiver.most()));
  }

  private static Stream<Arguments> receiversAndTexts() {
    return RECEIVERS.stream()
        .flatMap(
            receiver ->
                TEXTS.stream().map(text -> Arguments.of(receiver.url(), receiver.effects(), text)));
  }

  private static Message failingWith(String hostile) {
    Notification notification =
        Notifications.of(Notifications.failing(hostile), Map.of("input", hostile));
    Notification clean = notification.mapTexts(Texts::clean, (key, value) -> Texts.clean(value));
    return MessageWriter.write(clean, Messages.PROCESS);
  }

  private static String sent(String url, Message message) throws IOException {
    List<String> texts = new ArrayList<>();
    Network network =
        new Network(request -> keep(request, texts), (mail, server) -> keep(mail, server, texts));
    Channels.of(url).get(0).send(message, network);
    assertThat(texts).isNotEmpty();
    return String.join("\n", texts);
  }

  private static HttpAnswer keep(HttpRequest request, List<String> texts) {
    texts.add(request.body());
    return new HttpAnswer(200, "{\"room_id\":\"!id:host\"}", Map.of());
  }

  private static MailAnswer keep(Mail mail, MailServer server, List<String> texts) {
    assertThat(mail.subject()).doesNotContain("\r", "\n");
    texts.add(mail.subject() + mail.html().orElseThrow());
    return new MailAnswer(250, server.host());
  }
}
