package dev.mulligan.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The specification's own example, and clocks that are off. */
class WebhookTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);

  private final Map<String, String> headers =
      new HashMap<>(
          Map.of(
              "Webhook-Id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
              "Webhook-Timestamp", "1614265330",
              "Webhook-Signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

  @Test
  void theSpecificationsExampleIsGenuine() throws Exception {
    assertThat(Webhook.verify(SECRET, headers, BODY, off(Duration.ZERO)))
        .isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek");
  }

  @Test
  void aClockThatIsOffByFourMinutesIsAllowed() throws Exception {
    Webhook.verify(SECRET, headers, BODY, off(Duration.ofMinutes(4)));
    Webhook.verify(SECRET, headers, BODY, off(Duration.ofMinutes(-4)));
  }

  @Test
  void aClockThatIsOffBySixMinutesIsNot() {
    assertThatThrownBy(() -> Webhook.verify(SECRET, headers, BODY, off(Duration.ofMinutes(6))))
        .isInstanceOf(WebhookVerificationException.class)
        .hasMessage(
            "the webhook's timestamp is 360 s in the past, and 300 s are allowed: correct the"
                + " clocks, or reject a replayed message");
    assertThatThrownBy(() -> Webhook.verify(SECRET, headers, BODY, off(Duration.ofMinutes(-6))))
        .hasMessageStartingWith("the webhook's timestamp is 360 s in the future");
  }

  @Test
  void whatWasChangedOrSignedWithAnotherSecretIsRefused() {
    assertThatThrownBy(() -> Webhook.verify(SECRET, headers, BODY + " ", off(Duration.ZERO)))
        .hasMessage(
            "the webhook's signature does not match: the secret differs, or the message was"
                + " changed");
    assertThatThrownBy(() -> Webhook.verify("whsec_AAAAAAAA", headers, BODY, off(Duration.ZERO)))
        .isInstanceOf(WebhookVerificationException.class);
    headers.put("Webhook-Id", "msg_other");
    assertThatThrownBy(() -> Webhook.verify(SECRET, headers, BODY, off(Duration.ZERO)))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() throws Exception {
    headers.merge("Webhook-Signature", "v1a,other v1,AAAA ", (mine, others) -> others + mine);

    Webhook.verify(SECRET, headers, BODY, off(Duration.ZERO));
  }

  @Test
  void whatIsMissingOrNoTimeIsNamed() {
    headers.put("Webhook-Timestamp", "yesterday");
    assertThatThrownBy(() -> Webhook.verify(SECRET, headers, BODY, off(Duration.ZERO)))
        .hasMessage("webhook-timestamp is not a number of seconds since 1970");
    headers.remove("Webhook-Signature");
    headers.put("Webhook-Timestamp", "1614265330");
    assertThatThrownBy(() -> Webhook.verify(SECRET, headers, BODY, off(Duration.ZERO)))
        .hasMessage("the webhook has no header webhook-signature");
  }

  private static Clock off(Duration by) {
    return Clock.fixed(SENT.plus(by), ZoneOffset.UTC);
  }
}
