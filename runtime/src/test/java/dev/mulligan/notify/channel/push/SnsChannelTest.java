package dev.mulligan.notify.channel.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.Conversation;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.Probe;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnsChannelTest {

  private static final String KEYS = "sns://AKIDEXAMPLE/wJalr/XUtn+FEMI/eu-central-1";

  private final Conversation server = new Conversation();

  @Test
  void publishesToANumber() throws IOException {
    server.answering(200, "<PublishResponse/>");

    assertThat(send(KEYS + "/15551234567", Messages.critical()))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    HttpRequest request = server.requests().get(0);
    assertThat(request.url()).isEqualTo("https://sns.eu-central-1.amazonaws.com/");
    assertThat(Probe.form(request))
        .containsEntry("Action", "Publish")
        .containsEntry("PhoneNumber", "+15551234567")
        .containsEntry("Version", "2010-03-31")
        .doesNotContainKey("Subject");
    assertThat(Probe.field(request, "Message")).hasSize(160).startsWith("Critical alert: ");
    assertThat(request.headers())
        .containsEntry("X-Amz-Date", "20261105T030000Z")
        .hasEntrySatisfying(
            "Authorization",
            value ->
                assertThat(value)
                    .startsWith(
                        "AWS4-HMAC-SHA256"
                            + " Credential=AKIDEXAMPLE/20261105/eu-central-1/sns/aws4_request, "));
  }

  @Test
  void asksForATopicsArnByItsName() throws IOException {
    server
        .answering(200, "<R><TopicArn>arn:aws:sns:eu-central-1:1:ops</TopicArn></R>")
        .answering(200, "");

    assertThat(send(KEYS + "/#ops", Messages.critical()))
        .isInstanceOf(DeliveryOutcome.Delivered.class);
    assertThat(Probe.form(server.requests().get(0)))
        .containsEntry("Action", "CreateTopic")
        .containsEntry("Name", "ops");
    assertThat(Probe.form(server.requests().get(1)))
        .containsEntry("Action", "Publish")
        .containsEntry("TopicArn", "arn:aws:sns:eu-central-1:1:ops");
    assertThat(Probe.field(server.requests().get(1), "Message")).contains("connection reset");
  }

  @Test
  void needsNotAskWhenTheUrlHasTheArn() throws IOException {
    server.answering(200, "");
    send(KEYS + "/arn:aws:sns:eu-central-1:1:ops", Messages.critical());

    assertThat(Probe.form(server.requests().get(0)))
        .containsEntry("TopicArn", "arn:aws:sns:eu-central-1:1:ops");
  }

  @Test
  void keepsWithinItsLimits() throws IOException {
    server.answering(200, "");
    send(KEYS + "/arn:aws:sns:eu-central-1:1:ops", Probe.huge());
    HttpRequest request = server.requests().get(0);

    assertThat(Probe.field(request, "Message").getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(262_130, 262_144);
    assertThat(Probe.field(request, "Subject")).matches("[ -~]{98,99}");
  }

  @Test
  void tellsWhatAwsAnswers() throws IOException {
    server.answering(403, "<Error/>");
    assertThat(send(KEYS + "/#ops", Messages.critical()))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);

    server.answering(200, "<html>");
    assertThat(send(KEYS + "/#ops", Messages.critical()))
        .isEqualTo(new DeliveryOutcome.ChannelFailed("SNS returned no ARN for the topic"));

    server.answering(503, "");
    assertThat(send(KEYS + "/15551234567", Messages.critical()))
        .isInstanceOf(DeliveryOutcome.RetryLater.class);
  }

  @Test
  void makesAChannelOfItsOwnForEachTargetAndHidesItsKeys() {
    assertThat(Probe.masked(KEYS + "/15551234567/#ops?to=dev"))
        .containsExactly("sns://***/15551234567", "sns://***/#ops", "sns://***/dev");
    assertThat(Channels.of(KEYS + "/#a").get(0).hideSecrets("AKIDEXAMPLE wJalr/XUtn+FEMI"))
        .isEqualTo("*** ***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sns://key/secret/us-east-1",
        "sns://key/us-east-1/#t",
        "sns://key/secret/#t",
        "sns://key/secret/us-east/#t",
        "sns:///secret/us-east-1/#t",
        "sns://key/secret/#t?region=evil.example/"
      })
  void refusesWhatIsIncomplete(String url) {
    assertThatThrownBy(() -> Channels.of(url))
        .isInstanceOf(ChannelUrlException.class)
        .hasMessageStartingWith("an sns:// URL is sns://access-key/secret-key/region/target");
  }

  private DeliveryOutcome send(String url, Message message) throws IOException {
    server.requests().clear();
    Clock clock = Clock.fixed(Notifications.TIME, ZoneOffset.UTC);
    return SnsChannel.of(ChannelUrl.parse(url), clock).get(0).send(message, server.network());
  }
}
