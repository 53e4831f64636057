package dev.mulligan.notify.channel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.chat.SlackWebhookChannel;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.webhook.JsonWebhookChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTest {

  @ParameterizedTest
  @CsvSource({
    "json://localhost, json://localhost",
    "JSON://user:secret@host:8080/secret?method=put, json://***@host:8080/***",
    "jsons://host/?-key=secret, jsons://host/***",
    "json://[::1]:8080/x, json://[::1]:8080/***",
    "https://user:secret@host/secret?token=secret, https://***@host/***",
    "http://127.0.0.1:9/, http://127.0.0.1:9",
    "slack://TSECRET/BSECRET/secret, slack://***",
    "slack://bot@TSECRET/BSECRET/secret/#ops, slack://***/#ops",
    "https://hooks.slack.com/services/TSECRET/BSECRET/secret, https://hooks.slack.com/***",
  })
  void showsAUrlWithoutItsSecrets(String url, String masked) {
    assertThat(Channels.of(url)).singleElement().extracting(Channel::maskedUrl).isEqualTo(masked);
    assertThat(Channels.of(url).toString()).doesNotContainIgnoringCase("secret");
  }

  @Test
  void recognisesSlacksNativeUrl() {
    assertThat(Channels.of("https://hooks.slack.com/services/A/B/C").get(0))
        .isInstanceOf(SlackWebhookChannel.class);
    assertThat(Channels.of("https://example.com/services/A/B/C").get(0))
        .isInstanceOf(JsonWebhookChannel.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hooks.slack.com/services/A/B/C",
        "https://hooks.slack.com/services/A/B/C",
        "slack://A/B/C",
        "https://chat.example.com/hooks/abc"
      })
  void takesASlackWebhookWithOrWithoutHttps(String url) {
    assertThat(Channels.slackWebhook(url)).singleElement().isInstanceOf(SlackWebhookChannel.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sleck://A/B/secret           | unknown channel scheme 'sleck': did you mean slack://?
          jsn://secret                 | unknown channel scheme 'jsn': did you mean json://?
          carrier://secret             | unknown channel scheme 'carrier': known are slack://, discord://
          secret                       | not a channel URL: it starts with a scheme and ://, such as jsons://host/path
          ://secret                    | not a channel URL: it starts with a scheme and ://, such as jsons://host/path
          json://                      | the json:// URL has no valid host
          json:///secret               | the json:// URL has no valid host
          json://se cret/              | the json:// URL has no valid host
          json://host:secret/          | the json:// URL has a port that is not a number from 1 to 65535 (percent-encode : / ? @ where they are part of a user or password)
          json://host:70000/           | the json:// URL has a port that is not a number from 1 to 65535 (percent-encode : / ? @ where they are part of a user or password)
          json://u:%zzsecret@host      | the json:// URL has a % that is not followed by two hexadecimal digits; write %25 for a %
          json://host?methd=secret     | the json:// URL has an argument that is not supported, 'methd': did you mean method?
          json://host?verify=maybe     | the json:// URL's argument 'verify' must be yes or no
          json://host?rto=0            | the json:// URL's argument 'rto' must be a number of seconds, more than 0 and at most 600
          json://host?overflow=split   | the json:// URL's argument 'overflow' can only be truncate: a notification is sent as one message
          json://host?method=GET       | the json:// URL's method must be one of POST, PUT, PATCH, DELETE
          json://host?+X%20Y=secret    | a +Header of the webhook's URL is not allowed, or has a name or value that HTTP cannot carry (printable ASCII only)
          json://host?+X=sécret        | a +Header of the webhook's URL is not allowed, or has a name or value that HTTP cannot carry (printable ASCII only)
          json://host?+X=a%0d%0asecret | a +Header of the webhook's URL is not allowed, or has a name or value that HTTP cannot carry (printable ASCII only)
          json://host?+Content-Length=1 | a +Header of the webhook's URL is not allowed, or has a name or value that HTTP cannot carry (printable ASCII only)
          slack://A/secret             | a slack:// URL is slack://A/B/C with the three tokens of the webhook https://hooks.slack.com/services/A/B/C
          slack://A/B/sec-ret          | a slack:// URL is slack://A/B/C with the three tokens of the webhook https://hooks.slack.com/services/A/B/C
          slack://A/B/C?image=no       | the slack:// URL has an argument that is not supported, 'image'; it takes verify, cto, rto, overflow
          slack://A/B/C?;hunter2       | the slack:// URL has an argument that is not supported; it takes verify, cto, rto, overflow. Percent-encode ? & ; where they are part of a password or token
          slack://A/B/C?cto=1&hunter=2 | the slack:// URL has an argument that is not supported; it takes verify, cto, rto, overflow. Percent-encode ? & ; where they are part of a password or token
          slack://A/B/C?+X=secret      | the slack:// URL takes no +Header, :field or -parameter
          slack://A/B/%zz              | the slack:// URL has a % that is not followed by two hexadecimal digits; write %25 for a %
          """)
  void refusesWhatItDoesNotUnderstandWithoutShowingSecrets(String url, String message) {
    assertThatThrownBy(() -> Channels.of(url))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesAUrlOfSeveralLines() {
    assertThatThrownBy(() -> Channels.of("json://host/a\nb"))
        .hasMessage("the json:// URL contains a line end or another control character");
  }

  @Test
  void hidesItsSecretsInWhatAReceiverAnswers() {
    Channel channel = Channels.of("json://bob:hunter2@host/hooks/abcdefgh1234?-key=qwertz").get(0);

    assertThat(
            channel.hideSecrets("Cannot POST /hooks/abcdefgh1234?key=qwertz: abcdefgh1234 hunter2"))
        .isEqualTo("Cannot POST ***?key=***: *** ***");
  }
}
