package dev.mulligan.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.http.HttpAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpVerdictTest {

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void deliveredOn2xx(int status) {
    assertThat(HttpVerdict.of(answer(status))).isInstanceOf(DeliveryOutcome.Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
  void triedAgainWhenTheReceiverMayRecoverAndNotBeforeItAsks(int status) {
    assertThat(HttpVerdict.of(answer(status)))
        .isEqualTo(
            new DeliveryOutcome.RetryLater(
                "HTTP " + status + ": no luck", Optional.of(Duration.ofSeconds(9))));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 405, 413, 422})
  void finalOnOther4xx(int status) {
    assertThat(HttpVerdict.of(answer(status)))
        .isEqualTo(new DeliveryOutcome.Failed("HTTP " + status + ": no luck"));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void disabledWhenTheReceiverIsGone(int status) {
    assertThat(HttpVerdict.of(answer(status))).isInstanceOf(DeliveryOutcome.Gone.class);
  }

  @Test
  void aRedirectIsAFailureThatNamesTheTargetsHostOnly() {
    assertThat(HttpVerdict.of(redirect("https://evil.example/secret?x=secret")))
        .isEqualTo(
            new DeliveryOutcome.Failed(
                "HTTP 302 redirects to evil.example, which is not followed"));
    assertThat(HttpVerdict.of(redirect("/login")))
        .isEqualTo(
            new DeliveryOutcome.Failed(
                "HTTP 302 redirects to another address, which is not followed"));
    assertThat(HttpVerdict.of(redirect(":::")))
        .isEqualTo(
            new DeliveryOutcome.Failed(
                "HTTP 302 redirects to another address, which is not followed"));
  }

  @Test
  void repeatsTheBeginningOfTheAnswerOnOneLine() {
    HttpAnswer answer = new HttpAnswer(400, "a\n\tb\0" + "x".repeat(9_000), Map.of());

    assertThat(HttpVerdict.describe(answer)).startsWith("HTTP 400: a b\uFFFDxxx").hasSize(210);
  }

  private static HttpAnswer answer(int status) {
    return new HttpAnswer(status, "no luck", Map.of("Retry-After", "9"));
  }

  private static HttpAnswer redirect(String location) {
    return new HttpAnswer(302, "", Map.of("Location", location));
  }
}
