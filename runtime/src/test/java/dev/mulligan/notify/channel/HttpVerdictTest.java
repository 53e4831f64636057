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
  @ValueSource(ints = {400, 413, 422})
  void finalForTheMessageWhenTheReceiverSaysWhy(int status) {
    assertThat(HttpVerdict.of(answer(status)))
        .isEqualTo(new DeliveryOutcome.Failed("HTTP " + status + ": no luck"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 404, 405, 407, 409, 410, 415, 451})
  void ofTheChannelOnAnyOther4xx(int status) {
    assertThat(HttpVerdict.of(answer(status)))
        .isEqualTo(new DeliveryOutcome.ChannelFailed("HTTP " + status + ": no luck"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<html>\r\n<head><title>400 Bad Request</title></head>",
        "<!DOCTYPE html><title>Bad Request</title>",
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"}",
        "{\"status\":\"invalid event\",\"errors\":[\"Invalid routing key\"]}",
        "{\"token\":\"invalid\",\"errors\":[\"application token is invalid\"],\"status\":0}",
        "{\"error\":{\"code\":\"WorkflowTriggerIsNotEnabled\"}}",
        "{\"id\":\"web.incoming_webhook.invalid.app_error\",\"message\":\"Invalid webhook\"}",
        "{\"code\":21211,\"message\":\"The 'To' number +1 is not a valid phone number.\"}"
      })
  void ofTheChannelWhenABadRequestHasNoReasonOfItsOwn(String body) {
    assertThat(HttpVerdict.of(new HttpAnswer(400, body, Map.of())))
        .isInstanceOf(DeliveryOutcome.ChannelFailed.class);
  }

  @Test
  void aRedirectIsAFailureThatNamesTheTargetsHostOnly() {
    assertThat(HttpVerdict.of(redirect("https://evil.example/secret?x=secret")))
        .isEqualTo(
            new DeliveryOutcome.ChannelFailed(
                "HTTP 302 redirects to evil.example, which is not followed"));
    assertThat(HttpVerdict.of(redirect("/login")))
        .isEqualTo(
            new DeliveryOutcome.ChannelFailed(
                "HTTP 302 redirects to another address, which is not followed"));
    assertThat(HttpVerdict.of(redirect(":::")))
        .isEqualTo(
            new DeliveryOutcome.ChannelFailed(
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
