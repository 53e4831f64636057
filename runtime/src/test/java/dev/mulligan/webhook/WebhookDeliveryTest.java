package dev.mulligan.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.Retry;
import dev.mulligan.SecureServer;
import dev.mulligan.VirtualMulligan;
import dev.mulligan.http.HttpSettings;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.notify.registry.NotificationSettings.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver that speaks HTTPS on this machine, and the alerts about it. */
class WebhookDeliveryTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String BODY = "{\"ü\": 1}";
  private static final Clock CLOCK = Clock.fixed(VirtualMulligan.NOW, ZoneOffset.UTC);

  private final SecureServer receiver = new SecureServer();
  private final SecureServer other = new SecureServer();
  private final MockWebServer people = new MockWebServer();
  private final OkHttpClient okHttp = SecureServer.client();
  private VirtualMulligan bench = new VirtualMulligan();
  private WebhookDelivery delivery = delivery();

  @BeforeEach
  void start() throws IOException {
    people.start();
    Channel channel = new Channel(people.url("/alerts").toString(), Set.of());
    bench =
        new VirtualMulligan(
            new NotificationSettings(List.of(channel), List.of(), HttpSettings.DEFAULTS));
    delivery = delivery();
    people.enqueue(new MockResponse.Builder().build());
    people.enqueue(new MockResponse.Builder().build());
  }

  @AfterEach
  void stop() {
    bench.mulligan.close();
    people.close();
    receiver.close();
    other.close();
    okHttp.connectionPool().evictAll();
  }

  private WebhookDelivery delivery() {
    return WebhookDelivery.builder(receiver.url("/hooks/s3cret"), SECRET)
        .retry(Retry.extending("webhook", "shop").with(bench.mulligan).build())
        .client(okHttp)
        .clock(CLOCK)
        .build();
  }

  @Test
  void theReceiverCanTellWhoSentIt() throws Exception {
    receiver.answers(204, "");

    WebhookReceipt receipt = delivery.deliver("msg_1", BODY);

    assertThat(receipt).isEqualTo(new WebhookReceipt("msg_1", 204, 1));
    RecordedRequest request = receiver.server.takeRequest();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(Webhook.verify(SECRET, headers(request), body(request), at(Duration.ZERO)))
        .isEqualTo("msg_1");
  }

  @Test
  void theReceiversClockMayBeOffByFourMinutesButNotBySix() throws Exception {
    receiver.answers(204, "");
    delivery.deliver(BODY);
    RecordedRequest request = receiver.server.takeRequest();
    String body = body(request);

    Webhook.verify(SECRET, headers(request), body, at(Duration.ofMinutes(4)));
    Webhook.verify(SECRET, headers(request), body, at(Duration.ofMinutes(-4)));
    assertThatThrownBy(
            () -> Webhook.verify(SECRET, headers(request), body, at(Duration.ofMinutes(6))))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(
            () -> Webhook.verify(SECRET, headers(request), body, at(Duration.ofMinutes(-6))))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void whatFailsForNowIsSentAgainUnderTheSameId() throws Exception {
    receiver.answers(503, "busy");
    receiver.answers(new MockResponse.Builder().code(429).addHeader("Retry-After", "90"));
    receiver.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    receiver.answers(200, "ok");

    WebhookReceipt receipt = delivery.deliver(BODY);

    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receiver.server.getRequestCount()).isEqualTo(4);
    assertThat(bench.sleeps.get(1)).isEqualTo(Duration.ofSeconds(90));
    String id = headers(receiver.server.takeRequest()).get("webhook-id");
    assertThat(id).isEqualTo(receipt.id());
    assertThat(headers(receiver.server.takeRequest())).containsEntry("webhook-id", id);
  }

  @Test
  void aReceiverThatSaysNothingIsTriedAgain() throws Exception {
    receiver.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    receiver.answers(200, "ok");
    WebhookDelivery hasty =
        WebhookDelivery.builder(receiver.url("/"), SECRET)
            .retry(Retry.extending("webhook", "shop").with(bench.mulligan).build())
            .client(okHttp)
            .callTimeout(Duration.ofMillis(300))
            .build();

    assertThat(hasty.deliver(BODY).attempts()).isEqualTo(2);
  }

  @Test
  void aReceiverThatIsGoneIsNotAskedAgainAndPeopleAreTold() throws Exception {
    receiver.answers(410, "gone");

    assertThatThrownBy(() -> delivery.deliver("msg_1", BODY))
        .isInstanceOf(WebhookFailedException.class)
        .hasMessage(
            "The webhook to https://localhost:"
                + receiver.server.getPort()
                + " was not delivered after 1 attempt. HTTP 410: the receiver no longer exists,"
                + " remove the webhook")
        .satisfies(thrown -> assertThat(((WebhookFailedException) thrown).status()).hasValue(410));
    assertThat(receiver.server.getRequestCount()).isEqualTo(1);
    assertThat(alert())
        .contains("\"alert\":\"webhook-failure\"")
        .contains("HTTP 410")
        .contains("msg_1")
        .doesNotContain("s3cret");
  }

  @Test
  void answersThatWillNotChangeAreFinal() {
    for (int status : new int[] {404, 413, 400}) {
      receiver.answers(status, "no");
      assertThatThrownBy(() -> delivery.deliver(BODY)).hasMessageContaining("HTTP " + status);
    }
    assertThat(receiver.server.getRequestCount()).isEqualTo(3);
    assertThat(bench.sleeps).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() {
    receiver.answers(
        new MockResponse.Builder().code(301).addHeader("Location", other.url("/stolen")));

    assertThatThrownBy(() -> delivery.deliver(BODY))
        .hasMessageContaining("HTTP 301: redirects are not followed, use the final URL");
    assertThat(other.server.getRequestCount()).isZero();
  }

  @Test
  void whatRemainsUndeliveredIsToldAndItsEndToo() throws Exception {
    for (int i = 0; i < 5; i++) {
      receiver.answers(500, "broken");
    }
    assertThatThrownBy(() -> delivery.deliver(BODY)).hasMessageContaining("after 5 attempts");
    assertThat(alert()).contains("webhook-failure").contains("\"attempts\"");
    receiver.answers(200, "ok");

    delivery.deliver(BODY);

    assertThat(alert()).contains("\"alert\":\"success\"");
  }

  @Test
  void noAnswerAtAllIsTheCause() {
    receiver.close();

    assertThatThrownBy(() -> delivery.deliver(BODY))
        .isInstanceOf(WebhookFailedException.class)
        .hasCauseInstanceOf(IOException.class)
        .satisfies(thrown -> assertThat(((WebhookFailedException) thrown).status()).isEmpty());
  }

  @Test
  void whatIsNoAddressSecretOrIdIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> WebhookDelivery.to("ftp://h/s3cret", SECRET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a webhook's address must be an http or https URL");
    assertThatThrownBy(() -> WebhookDelivery.to("https://h/", "whsec_*s3cret*"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> delivery.deliver("a.b", BODY))
        .hasMessage("a webhook's id must be printable ASCII without blanks and full stops");
  }

  private String alert() throws InterruptedException {
    RecordedRequest request = people.takeRequest(10, TimeUnit.SECONDS);
    return body(Objects.requireNonNull(request)).replace("\": ", "\":");
  }

  private static Clock at(Duration off) {
    return Clock.offset(CLOCK, off);
  }

  private static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).string(StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(RecordedRequest request) {
    Map<String, String> headers = new HashMap<>();
    request.getHeaders().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    return headers;
  }
}
