package dev.mulligan.notify.channel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.notify.channel.url.ChannelUrlParser;
import dev.mulligan.notify.channel.webhook.JsonWebhookChannel;
import dev.mulligan.redact.Redactor;
import dev.mulligan.scheme.ChannelScheme;
import dev.mulligan.scheme.NativeUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parser, masks and documentation agree about the schemes. */
class SchemeTableTest {

  /** A URL with secrets, and how a text shows it. */
  private static final Map<String, String> SHOWN = new LinkedHashMap<>();

  static {
    SHOWN.put("slack://TSECRET1/BSECRET2/secret3/#ops/@bob", "slack://***/#ops/@bob");
    SHOWN.put("slack://bot@xoxb-1-secret1/#ops", "slack://***/#ops");
    SHOWN.put("discord://secret1/secret2?thread=1", "discord://***");
    SHOWN.put("tgram://123456:secret1/42", "tgram://***/42");
    SHOWN.put("pagerduty://secret1@secret2/source?region=eu", "pagerduty://***/source?region=eu");
    SHOWN.put("mailto://secret1:secret2@mx.acme.org", "mailto://***@mx.acme.org");
    SHOWN.put("mailtos://u:secret1@mx.acme.org/ops@a.org", "mailtos://***@mx.acme.org/ops@a.org");
    SHOWN.put("alertmanager://u:secret1@am:9093,am2", "alertmanager://***@am:9093,am2");
    SHOWN.put("alertmanagers://secret1@am/p?:team=x", "alertmanagers://***@am/p?:team=x");
    SHOWN.put("opsgenie://secret1/#team", "opsgenie://***/#team");
    SHOWN.put("jira://secret1/#team", "jira://***/#team");
    SHOWN.put("splunk://secret1@secret2/entity", "splunk://***/entity");
    SHOWN.put("victorops://secret1@secret2", "victorops://***");
    SHOWN.put("workflows://host:443/secret1/secret2", "workflows://host:443/***");
    SHOWN.put("workflow://host/secret1/secret2?pa=yes", "workflow://host/***");
    SHOWN.put("gchat://secret1/secret2/secret3", "gchat://***");
    SHOWN.put("mmost://bot@host/secret1", "mmost://***@host/***");
    SHOWN.put("mmosts://host:8065/path/secret1?channel=ops", "mmosts://host:8065/***");
    SHOWN.put("rocket://secret1/secret2@host/#ops", "rocket://***@host/#ops");
    SHOWN.put("rockets://u:secret1@host:3000/#ops/@bob", "rockets://***@host:3000/#ops/@bob");
    SHOWN.put("rockets://host/#ops?webhook=secret1/secret2", "rockets://host/#ops?webhook=***");
    SHOWN.put("ntfy://secret1", "ntfy://***");
    SHOWN.put("ntfys://tk_secret1@host/secret2/secret3?tags=a", "ntfys://***@host/***");
    SHOWN.put("gotify://host/secret1?priority=5", "gotify://host/***");
    SHOWN.put("gotifys://host:8443/path/secret1", "gotifys://host:8443/***");
    SHOWN.put("pover://secret1@secret2/phone", "pover://***/phone");
    SHOWN.put("zulip://secret1@org/secret2/stream", "zulip://***@org/***/stream");
    SHOWN.put("matrix://user:secret1@host/#room", "matrix://***@host/#room");
    SHOWN.put("matrixs://secret1@host:8448/!id:host", "matrixs://***@host:8448/!id:host");
    SHOWN.put("twilio://secret1:secret2@15550001111/15550002222", "twilio://***/15550002222");
    SHOWN.put("sns://secret1/sec/ret2/us-east-1/#topic", "sns://***");
    SHOWN.put("apprise://host/secret1", "apprise://host/***");
    SHOWN.put("apprises://u:secret1@host/secret2?+X=secret3", "apprises://***@host/***");
    SHOWN.put("rsyslog://host:514/local0", "rsyslog://host:514/local0");
    SHOWN.put("signl4://secret1?service=x", "signl4://***");
    SHOWN.put("lark://secret1", "lark://***");
    SHOWN.put("feishu://secret1", "feishu://***");
    SHOWN.put("spike://secret1", "spike://***");
    SHOWN.put("json://secret1@host:8080/secret2?-key=secret3", "json://***@host:8080/***");
    SHOWN.put("jsons://host?+X-Token=secret1", "jsons://host?***");
    SHOWN.put("form://host/secret1", "form://host/***");
    SHOWN.put("forms://host/secret1?secret=whsec_secret2", "forms://host/***");
    SHOWN.put("xml://host/secret1/secret2", "xml://host/***");
    SHOWN.put("xmls://host/secret1", "xmls://host/***");
    SHOWN.put("http://secret1@host/path", "http://***@host/path");
    SHOWN.put("https://u:secret1@host/path", "https://***@host/path");
  }

  private static final Redactor REDACTOR = new Redactor(List.of());

  static Stream<Map.Entry<String, String>> shown() {
    return SHOWN.entrySet().stream();
  }

  static List<NativeUrl> nativeUrls() {
    return Stream.of(ChannelScheme.values()).flatMap(each -> each.nativeUrls().stream()).toList();
  }

  @Test
  void everySchemeIsAmongTheSamples() {
    assertThat(SHOWN.keySet()).extracting(ChannelUrlParser::schemeOf).containsAll(Schemes.names());
  }

  @ParameterizedTest
  @MethodSource("shown")
  void aTextShowsAUrlWithoutItsSecretsAndWithEverythingElse(Map.Entry<String, String> sample) {
    assertThat(Channels.of(sample.getKey())).isNotEmpty();
    String text = "not sent to %s, tried again";
    String redacted = REDACTOR.apply(text.formatted(sample.getKey() + " "));

    assertThat(redacted).isEqualTo(text.formatted(sample.getValue() + " "));
    assertThat(REDACTOR.apply(redacted)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @MethodSource("nativeUrls")
  void aTextShowsNoSecretOfAVendorsOwnAddress(NativeUrl url) {
    for (String begin : List.of("https://", "")) {
      assertThat(REDACTOR.apply("POST " + begin + url.start() + "s3cret/s4cret failed"))
          .isEqualTo("POST " + begin + url.start() + "*** failed");
    }
  }

  @Test
  void aVendorsOwnAddressIsTheVendorsChannel() {
    for (NativeUrl url : nativeUrls()) {
      // Telegram's is no webhook's: it is in the table for its mask.
      if (!url.start().equals("api.telegram.org/bot")) {
        assertThat(Channels.of(url.https() + url.example()))
            .as(url.start())
            .isNotEmpty()
            .noneMatch(JsonWebhookChannel.class::isInstance);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aRefusalsExampleIsNoSecret(String name) {
    List<String> messages = new ArrayList<>();
    for (String url : List.of("://", "://%zz", "://a?unknown=1", "://!!!/")) {
      @SuppressWarnings("ThrowableNotThrown")
      Throwable refused = catchThrowable(() -> Channels.of(name + url));
      if (refused != null) {
        messages.add(String.valueOf(refused.getMessage()));
      }
    }

    assertThat(messages).isNotEmpty().allSatisfy(SchemeTableTest::isShownAsItIs);
  }

  @Test
  void theListOfSchemesHoldsNoSecret() {
    for (String url : List.of("carrier://x", "slac://x", "x")) {
      String message = String.valueOf(catchThrowable(() -> Channels.of(url)).getMessage());
      isShownAsItIs(message);
    }
  }

  @Test
  void everySchemeHasItsRowInTheDocumentation() throws IOException {
    List<String> cells =
        Files.readAllLines(Path.of("../docs/notifications.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf(" | ", 2)))
            .toList();

    for (String name : Schemes.names()) {
      String optional = name.substring(0, name.length() - 1) + "[s]://";
      assertThat(cells)
          .as(name)
          .anyMatch(
              cell ->
                  cell.contains("`" + name + "://")
                      || cell.contains("`" + name + "[s]://")
                      || (name.endsWith("s") && cell.contains("`" + optional)));
    }
  }

  static List<String> names() {
    return Schemes.names();
  }

  private static void isShownAsItIs(String message) {
    String line = "rules.yaml:4:7: " + message + ".";
    assertThat(REDACTOR.apply(line)).isEqualTo(line);
  }
}
