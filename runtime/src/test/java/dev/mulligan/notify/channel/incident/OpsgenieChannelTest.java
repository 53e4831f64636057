package dev.mulligan.notify.channel.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpsgenieChannelTest {

  private static final String FINGERPRINT = Notifications.critical().fingerprint();

  @Test
  void opensAnAlertUnderTheFingerprintAsItsAlias() {
    HttpRequest request = Probe.request("opsgenie://secret-key");
    JsonObject body = Probe.json(request);

    assertThat(request.url()).isEqualTo("https://api.opsgenie.com/v2/alerts");
    assertThat(request.headers()).containsEntry("Authorization", "GenieKey secret-key");
    assertThat(body.get("alias").getAsString()).isEqualTo(FINGERPRINT);
    assertThat(body.get("message").getAsString()).startsWith("Critical alert: com.acme.");
    assertThat(body.get("description").getAsString()).contains("connection reset");
    assertThat(body.get("priority").getAsString()).isEqualTo("P1");
    assertThat(body.get("entity").getAsString()).startsWith("com.acme.PaymentGateway");
    assertThat(body.get("source").getAsString()).isEqualTo("Mulligan");
    assertThat(body.has("responders")).isFalse();
  }

  @Test
  void closesItByTheSameAliasWhenItIsResolved() {
    HttpRequest request = Probe.request("opsgenie://secret-key?region=eu", Probe.resolved());

    assertThat(request.url())
        .isEqualTo(
            "https://api.eu.opsgenie.com/v2/alerts/" + FINGERPRINT + "/close?identifierType=alias");
    assertThat(Probe.json(request).get("note").getAsString())
        .contains("works again", "It had failed 7 times.");
    assertThat(Probe.request("jira://key?alias=a%2Fb", Probe.resolved()).url())
        .isEqualTo(
            "https://api.atlassian.com/jsm/ops/integration/v2/alerts/a%2Fb/close"
                + "?identifierType=alias");
  }

  @Test
  void namesAllRespondersInOneAlert() {
    String id = "4513b7ea-3b91-438f-b7e4-e3e54af9147c";
    JsonObject body =
        Probe.json("opsgenie://k/#ops/@bob@acme.com/*night/^second?to=%23" + id + ",eve&tags=a,b");

    assertThat(body.get("responders").toString())
        .isEqualTo(
            "[{\"type\":\"team\",\"name\":\"ops\"},"
                + "{\"type\":\"user\",\"username\":\"bob@acme.com\"},"
                + "{\"type\":\"schedule\",\"name\":\"night\"},"
                + "{\"type\":\"escalation\",\"name\":\"second\"},"
                + "{\"type\":\"team\",\"id\":\""
                + id
                + "\"},{\"type\":\"user\",\"username\":\"eve\"}]");
    assertThat(body.get("tags").toString()).isEqualTo("[\"a\",\"b\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, P1",
    "TASK_FAILURE, P2",
    "PERFORMANCE, P3",
    "SUCCESS, P5",
  })
  void ranksByUrgency(NotificationType type, String priority) {
    assertThat(Probe.json("jira://k", Probe.of(type)).get("priority").getAsString())
        .isEqualTo(priority);
  }

  @Test
  void takesThePriorityOfTheUrlWhereP1IsTheHighest() {
    assertThat(Probe.json("jira://k?priority=p4").get("priority").getAsString()).isEqualTo("P4");
    assertThat(Probe.json("jira://k?priority=Emergency").get("priority").getAsString())
        .isEqualTo("P1");
    assertThatThrownBy(() -> Channels.of("jira://k?priority=p7"))
        .hasMessage("the jira:// URL has an unknown priority: did you mean P1?");
  }

  @Test
  void keepsWithinOpsgeniesLimits() {
    JsonObject body = Probe.json("opsgenie://k?+team=payments", Probe.huge());

    assertThat(body.get("message").getAsString()).hasSizeBetween(128, 130).endsWith("😀…");
    assertThat(body.get("description").getAsString()).hasSizeBetween(14_998, 15_000);
    assertThat(body.getAsJsonObject("details").get("team").getAsString()).isEqualTo("payments");
  }

  @Test
  void isDeliveredWhenItIsAcceptedAndKeepsTheKeyToItself() {
    assertThat(Probe.judge("opsgenie://k", 202, "{}"))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(
            Probe.judge("opsgenie://k", 422, "{\"message\":\"Request body is not processable\"}"))
        .isInstanceOf(DeliveryOutcome.Failed.class);
    assertThat(Probe.judge("opsgenie://k", 429, "{}"))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
    assertThat(Probe.masked("opsgenie://secret-key/#ops")).containsExactly("opsgenie://***/#ops");
    assertThat(Channels.of("jira://secret-key").get(0).hideSecrets("no secret-key"))
        .isEqualTo("no ***");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          opsgenie://           | the opsgenie:// URL names no API key; it is opsgenie://key/#team
          jira:///#ops          | the jira:// URL names no API key
          opsgenie://k/%23      | the opsgenie:// URL has a team without a name
          opsgenie://k?regoin=x | the opsgenie:// URL has an argument that is not supported, 'regoin': did you mean region?
          opsgenie://k?region=x | the opsgenie:// URL's region must be us or eu
          opsgenie://k?:a=x     | the opsgenie:// URL takes only names with + before them
          """)
  void refusesWhatItDoesNotUnderstand(String url, String message) {
    assertThatThrownBy(() -> Channels.of(url))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith(message);
  }
}
