package dev.mulligan.notify.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.Messages;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Message;
import org.junit.jupiter.api.Test;

class JsonWebhookChannelTest {

  @Test
  void sendsApprisesFieldsAndAllThatIsKnown() {
    HttpRequest request = request("json://127.0.0.1:8080/alerts");

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo("http://127.0.0.1:8080/alerts");
    assertThat(JsonParser.parseString(request.body()))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"version": "1.0",
                 "title": "Critical alert: com.acme.PaymentGateway.charge(String, long) failed after 2 attempts",
                 "message": %s,
                 "attachments": [],
                 "type": "failure",
                 "id": "id-1",
                 "time": "2026-11-05T03:00:00Z",
                 "alert": "critical",
                 "severity": "failure",
                 "urgency": "critical",
                 "state": "firing",
                 "fingerprint": "00f5802ca00dcc35f03f904fa40ea495",
                 "occurrences": 1,
                 "fields": {
                   "task_name": "com.acme.PaymentGateway.charge(String, long)",
                   "task_id": "call-7",
                   "error": "java.io.IOException: HTTP 503"},
                 "context": {"service": "payments"},
                 "operation": "com.acme.PaymentGateway.charge(String, long)",
                 "rule": "charge",
                 "strategy": "card-payments",
                 "call_id": "call-7",
                 "attempts": 2,
                 "elapsed_ms": 2543,
                 "end_reason": "maxRetriesReached",
                 "caller_got": "exception",
                 "history": [
                   {"attempt": 1, "failure": "java.io.IOException: connection reset",
                    "duration_ms": 31, "delay_ms": 2500},
                   {"attempt": 2, "failure": "java.io.IOException: HTTP 503", "duration_ms": 12}],
                 "process": {"program": "com.acme.Main", "pid": 4711, "jvm": "17.0.15 (OpenJDK)"},
                 "host": "web-3"}
                """
                    .formatted(bodyOf(request).get("message"))));
  }

  @Test
  void carriesTheNotificationsIdForReceiversThatDropRepeats() {
    HttpRequest request = request("json://host");

    assertThat(request.headers())
        .containsEntry("Idempotency-Key", "id-1")
        .containsEntry("webhook-id", "id-1")
        .containsEntry("Content-Type", "application/json");
  }

  @Test
  void takesMethodHeadersParametersAndLoginFromTheUrl() {
    HttpRequest request =
        request("jsons://bob:p%40ss@host/a?method=put&+X-Key=1&+content-type=text/json&-q=a b");

    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.url()).isEqualTo("https://host/a?q=a%20b");
    assertThat(request.headers())
        .containsEntry("X-Key", "1")
        .containsEntry("Content-Type", "text/json")
        .containsEntry("Authorization", "Basic Ym9iOnBAc3M=");
  }

  @Test
  void renamesDropsAndAddsFieldsAsTheUrlSays() {
    JsonObject body = bodyOf(request("json://host?:title=subject&:message=&:team=checkout&:host="));

    assertThat(body.get("subject").getAsString()).startsWith("Critical alert");
    assertThat(body.get("team").getAsString()).isEqualTo("checkout");
    assertThat(body.has("title")).isFalse();
    assertThat(body.has("message")).isFalse();
    assertThat(body.has("host")).isFalse();
  }

  @Test
  void takesANativeUrlAsItIs() {
    HttpRequest request = request("https://bob:pw@host:8443/a/b?method=x&+y=z");

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo("https://host:8443/a/b?method=x&+y=z");
    assertThat(request.headers()).containsEntry("Authorization", "Basic Ym9iOnB3");
  }

  @Test
  void cutsTitleAndMessage() {
    Message huge =
        new Message(
            Notifications.critical(),
            Messages.PROCESS,
            "t".repeat(1_000),
            Body.of("m".repeat(100_000)));
    JsonObject body =
        JsonParser.parseString(
                ((HttpChannel) Channels.of("json://host").get(0)).request(huge).body())
            .getAsJsonObject();

    assertThat(body.get("title").getAsString()).hasSize(250);
    assertThat(body.get("message").getAsString()).hasSize(32_768);
  }

  private static HttpRequest request(String url) {
    return ((HttpChannel) Channels.of(url).get(0)).request(Messages.critical());
  }

  private static JsonObject bodyOf(HttpRequest request) {
    return JsonParser.parseString(request.body()).getAsJsonObject();
  }
}
