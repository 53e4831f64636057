package dev.mulligan.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {

  private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330);
  private static final String BODY = "{\"test\": 2432232314}";

  @ParameterizedTest
  @ValueSource(strings = {"whsec_" + KEY, KEY})
  void signsAsTheSpecificationsExample(String secret) {
    assertThat(StandardWebhooks.of(secret).headers(ID, TIME, BODY))
        .isEqualTo(
            Map.of(
                "webhook-id",
                ID,
                "webhook-timestamp",
                "1614265330",
                "webhook-signature",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_not base 64!", "whsk_MfKQ9r8G"})
  void refusesWhatIsNoSecretWithoutShowingIt(String secret) {
    assertThatThrownBy(() -> StandardWebhooks.of(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the webhook's secret must be whsec_ and Base64 digits");
  }

  @Test
  void doesNotShowItsSecret() {
    assertThat(StandardWebhooks.of("whsec_" + KEY).toString()).doesNotContain(KEY);
  }
}
