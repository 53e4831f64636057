package dev.mulligan.notify.channel.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushoverChannelTest {

  private static final String URL = "pover://the-user@the-token";

  @Test
  void postsAForm() {
    HttpRequest request = Probe.request(URL + "?sound=siren&url=https://x&url_title=Runbook");

    assertThat(request.url()).isEqualTo("https://api.pushover.net/1/messages.json");
    assertThat(request.headers())
        .containsEntry("Content-Type", "application/x-www-form-urlencoded");
    assertThat(Probe.form(request))
        .containsEntry("token", "the-token")
        .containsEntry("user", "the-user")
        .containsEntry("priority", "1")
        .containsEntry("sound", "siren")
        .containsEntry("url", "https://x")
        .containsEntry("url_title", "Runbook")
        .containsEntry("timestamp", String.valueOf(Notifications.TIME.getEpochSecond()))
        .doesNotContainKeys("retry", "expire", "device");
    assertThat(Probe.form(request).get("title")).startsWith("Critical alert: com.acme.");
    assertThat(Probe.form(request).get("message")).contains("connection reset");
  }

  @Test
  void repeatsAnEmergencyUntilSomebodyAnswersButNotGoodNews() {
    String emergency = URL + "?priority=emergency&retry=60";

    assertThat(Probe.form(Probe.request(emergency)))
        .containsEntry("priority", "2")
        .containsEntry("retry", "60")
        .containsEntry("expire", "3600");
    assertThat(Probe.form(Probe.request(emergency, Probe.resolved())))
        .containsEntry("priority", "-1")
        .doesNotContainKeys("retry", "expire");
  }

  @ParameterizedTest
  @CsvSource({"TASK_FAILURE, 0", "PERFORMANCE, 0", "SUCCESS, -1"})
  void ranksByUrgency(NotificationType type, String priority) {
    assertThat(Probe.form(Probe.request(URL, Probe.of(type)))).containsEntry("priority", priority);
  }

  @Test
  void makesAChannelOfItsOwnForEachDevice() {
    List<Channel> channels = Channels.of(URL + "/phone/tablet");

    assertThat(channels)
        .extracting(Channel::maskedUrl)
        .containsExactly("pover://***/phone", "pover://***/tablet");
    assertThat(channels)
        .extracting(channel -> Probe.form(((HttpChannel) channel).request(Messages.critical())))
        .extracting(form -> form.get("device"))
        .containsExactly("phone", "tablet");
    assertThat(channels.get(0).hideSecrets("the-user the-token")).isEqualTo("*** ***");
  }

  @Test
  void keepsWithinItsLimitsInCodePoints() {
    HttpRequest request = Probe.request(URL, Probe.huge());

    assertThat(Probe.field(request, "title").codePoints()).hasSize(250);
    assertThat(Probe.field(request, "message").codePoints()).hasSize(1_024);
  }

  @Test
  void isDeliveredWhenPushoverSaysStatus1() {
    assertThat(Probe.judge(URL, 200, "{\"status\":1,\"request\":\"r\"}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.judge(URL, 200, "{\"status\":0}"))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
    assertThat(Probe.judge(URL, 400, "{\"status\":0}")).isInstanceOf(DeliveryOutcome.Failed.class);
    assertThat(Probe.judge(URL, 429, "")).isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pover://token           | a pover:// URL is pover://user-key@application-token
          pover://u@t?retry=5     | the pover:// URL's argument 'retry' must be a whole number from 30 to 10800
          pover://u@t?expire=x    | the pover:// URL's argument 'expire' must be a whole number from 30 to 10800
          pover://u@t?priorty=1   | the pover:// URL has an argument that is not supported, 'priorty': did you mean priority?
          """)
  void refusesWhatItDoesNotUnderstand(String url, String message) {
    assertThatThrownBy(() -> Channels.of(url))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith(message);
  }
}
