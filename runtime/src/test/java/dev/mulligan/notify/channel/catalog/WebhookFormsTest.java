package dev.mulligan.notify.channel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.StandardWebhooks;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Message;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The webhook's other two forms, and the signature that all three may have. */
class WebhookFormsTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Test
  void sendsAFormWithTheFieldsOfTheJson() {
    HttpRequest request =
        request("forms://bob:pw@host/a?method=put&+X-Key=1&:title=subject&:team=c&-q=1");
    Map<String, String> form = formOf(request);

    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.url()).isEqualTo("https://host/a?q=1");
    assertThat(request.headers())
        .containsEntry("Content-Type", "application/x-www-form-urlencoded")
        .containsEntry("Authorization", "Basic Ym9iOnB3")
        .containsEntry("X-Key", "1")
        .containsEntry("webhook-id", "id-1");
    assertThat(form)
        .containsEntry("version", "1.0")
        .containsEntry("type", "failure")
        .containsEntry("context.service", "payments")
        .containsEntry("fields.error", "java.io.IOException: HTTP 503")
        .containsEntry("attempts", "2")
        .containsEntry("team", "c")
        .doesNotContainKeys("title", "attachments");
    assertThat(form.get("subject")).startsWith("Critical alert: com.acme");
    assertThat(form.get("history")).startsWith("[{\"attempt\":1,");
  }

  @Test
  void sendsAnEnvelopeWithApprisesNotification() throws Exception {
    HttpRequest request = request("xml://host:81/soap");
    Document document = xml(request.body());

    assertThat(request.url()).isEqualTo("http://host:81/soap");
    assertThat(request.headers()).containsEntry("Content-Type", "application/xml");
    assertThat(element(document, "Version")).isEqualTo("1.1");
    assertThat(element(document, "MessageType")).isEqualTo("failure");
    assertThat(element(document, "Subject")).startsWith("Critical alert: com.acme.");
    assertThat(element(document, "Message")).contains("Attempt 1, 31ms: java.io.IOException");
    assertThat(request.body()).contains("NotifyXML-1.1.xsd");
  }

  @Test
  void renamesDropsAndAddsElements() throws Exception {
    HttpRequest request = request("xmls://host?:Subject=Title&:Version=&:Team=a<b");
    Document document = xml(request.body());

    assertThat(element(document, "Title")).startsWith("Critical alert");
    assertThat(element(document, "Team")).isEqualTo("a<b");
    assertThat(document.getElementsByTagName("Version").getLength()).isZero();
    assertThat(request.body()).doesNotContain("NotifyXML-1.1.xsd");
  }

  @Test
  void isWellFormedWhateverTheTextHolds() throws Exception {
    String hostile = "]]></Message>&lt;\u0000\u0008\uFFFE\uD800<!DOCTYPE x> \r\n \uD83D\uDE00";
    Message message =
        new Message(
            Notifications.critical(), Messages.PROCESS, hostile, Body.of(hostile.repeat(9_000)));
    Document document =
        xml(((HttpChannel) Channels.of("xml://host").get(0)).request(message).body());

    assertThat(element(document, "Subject"))
        .isEqualTo("]]></Message>&lt;\uFFFD\uFFFD\uFFFD\uFFFD<!DOCTYPE x> \r\n \uD83D\uDE00");
    assertThat(element(document, "Message")).hasSizeLessThanOrEqualTo(32_768).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "form", "xml"})
  void signsTheBodyThatItSends(String scheme) {
    HttpRequest request = request(scheme + "://host?secret=" + SECRET);
    Instant time =
        Instant.ofEpochSecond(Long.parseLong(request.headers().get("webhook-timestamp")));

    assertThat(time).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(request.headers())
        .containsAllEntriesOf(StandardWebhooks.of(SECRET).headers("id-1", time, request.body()));
  }

  @Test
  void doesNotShowTheSecretOfTheSignature() {
    Channel channel = Channels.of("json://host/?secret=" + SECRET).get(0);

    assertThat(channel.maskedUrl()).isEqualTo("json://host");
    assertThat(channel.hideSecrets("your " + SECRET)).isEqualTo("your ***");
    assertThatThrownBy(() -> Channels.of("json://host/?secret=whsec_$$$"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageContaining("'secret' must be whsec_ and Base64 digits")
        .hasMessageNotContaining("$$$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml://h?:a b=c", "xml://h?:1a=c", "xml://h?:=c", "xml://h?:Subject=a<b"})
  void refusesAnElementThatXmlDoesNotHave(String url) {
    assertThatThrownBy(() -> Channels.of(url))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageContaining("is the name of an element");
  }

  private static HttpRequest request(String url) {
    return ((HttpChannel) Channels.of(url).get(0)).request(Messages.critical());
  }

  private static Map<String, String> formOf(HttpRequest request) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : request.body().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(decoded(parts[0]), decoded(parts[1]));
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Document xml(String body) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(body)));
  }

  private static String element(Document document, String name) {
    return document.getElementsByTagName(name).item(0).getTextContent();
  }
}
