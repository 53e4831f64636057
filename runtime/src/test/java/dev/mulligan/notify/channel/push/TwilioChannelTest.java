package dev.mulligan.notify.channel.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioChannelTest {

  private static final String URL = "twilio://AC-the-sid:the-token@15550001111/+15550002222";

  @Test
  void sendsOneShortMessage() {
    HttpRequest request = Probe.request(URL);

    assertThat(request.url())
        .isEqualTo("https://api.twilio.com/2010-04-01/Accounts/AC-the-sid/Messages.json");
    assertThat(request.headers())
        .containsEntry("Authorization", "Basic QUMtdGhlLXNpZDp0aGUtdG9rZW4=");
    assertThat(Probe.form(request))
        .containsEntry("From", "+15550001111")
        .containsEntry("To", "+15550002222");
    assertThat(Probe.field(request, "Body"))
        .startsWith("Critical alert: com.acme.")
        .hasSize(160)
        .endsWith("…");
  }

  @ParameterizedTest
  @CsvSource({
    "twilio://s:t@12345/15550002222, From, 12345",
    "twilio://s:t@MG4711abcdefg/15550002222, MessagingServiceSid, MG4711abcdefg",
    "twilio://s:t@_?from=%2B1-555-000-1111&to=15550002222, From, +15550001111",
  })
  void knowsShortCodesAndMessagingServices(String url, String field, String value) {
    assertThat(Probe.form(Probe.request(url))).containsEntry(field, value);
  }

  @Test
  void authenticatesByAnApiKey() {
    assertThat(Probe.request(URL + "?apikey=key").headers())
        .containsEntry("Authorization", "Basic a2V5OnRoZS10b2tlbg==");
  }

  @Test
  void makesAChannelOfItsOwnForEachNumber() {
    assertThat(Probe.masked("twilio://sid12:token@15550001111/15550002222/1(555)0003333"))
        .containsExactly("twilio://***/+15550002222", "twilio://***/+15550003333");
    assertThat(Channels.of(URL).get(0).hideSecrets("AC-the-sid the-token")).isEqualTo("*** ***");
  }

  @Test
  void isDeliveredWhenItIsCreated() {
    assertThat(Probe.judge(URL, 201, "{}")).isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge(URL, 400, "{\"code\":21211}"))
        .isInstanceOf(DeliveryOutcome.Failed.class);
    assertThat(Probe.judge(URL, 429, "{\"code\":20429}"))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Channels.of("twilio://sid:token@15550001111"))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessage("a twilio:// URL is twilio://account-sid:auth-token@from-number/to-number");
    assertThatThrownBy(() -> Channels.of("twilio://sid:token@15550001111/bob"))
        .hasMessage("the twilio:// URL has an invalid telephone number: write it as +15551234567");
    assertThatThrownBy(() -> Channels.of(URL + "?apikye=x"))
        .hasMessageEndingWith("did you mean apikey?");
  }
}
