package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.ConnectProxy;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.ReceivedRequest;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.TestAuthority;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notifications that a real HTTP server receives when a call of an unchanged program has
 * exhausted its attempts.
 */
class NotificationTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        card-payments:
          max-attempts: 3
          backoff: {type: linear, initial: 20ms, increment: 10ms, jitter: none}
          on-failure:
            type: critical
            context: {service: payments, team: checkout}
      rules:
        - name: charge
          match: "billing.Billing.charge(String)"
          strategy: card-payments
      """;

  @TempDir static Path keys;

  private static TestAuthority authority;

  @TempDir Path folder;

  @BeforeAll
  static void makeAuthority() {
    authority = new TestAuthority(keys, "hooks.slack.com");
  }

  @OnEachJdk
  void theJsonWebhookSaysAllThatIsKnown(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running = billing(jdk).rules(rules(channel(json(receiver)))).start()) {
      ReceivedRequest request = receiver.next();
      JsonObject body = JsonParser.parseString(request.body()).getAsJsonObject();
      assertThat(request.target()).isEqualTo("/hook");
      assertThat(request.header("content-type")).hasValue("application/json");
      saysWhatFailed(body);
      saysWhere(body, running.pid());
      saysEachAttempt(body.getAsJsonArray("history"));
      running.awaitEnd(Duration.ofSeconds(20)).assertStatus().isEqualTo(1);
      assertThat(receiver.rest()).isEmpty();
    }
  }

  private static void saysWhatFailed(JsonObject body) {
    assertThat(text(body, "operation")).contains("billing.Billing.charge");
    assertThat(text(body, "rule")).isEqualTo("charge");
    assertThat(text(body, "strategy")).isEqualTo("card-payments");
    assertThat(body.get("attempts").getAsInt()).isEqualTo(3);
    assertThat(text(body, "end_reason")).isEqualTo("maxRetriesReached");
    assertThat(text(body, "type")).isEqualTo("failure");
    assertThat(text(body, "alert")).isEqualTo("critical");
    assertThat(body.getAsJsonObject("context").toString())
        .isEqualTo("{\"service\":\"payments\",\"team\":\"checkout\"}");
  }

  private static void saysWhere(JsonObject body, long pid) {
    JsonObject process = body.getAsJsonObject("process");
    assertThat(text(process, "program")).isEqualTo("billing.Main");
    assertThat(process.get("pid").getAsLong()).isEqualTo(pid);
    assertThat(text(body, "host")).isEqualTo("the-host");
  }

  private static void saysEachAttempt(JsonArray history) {
    assertThat(history).hasSize(3);
    saysAttempt(history, 0, "java.net.ConnectException: refused");
    saysAttempt(history, 1, "java.net.SocketTimeoutException: too slow");
    saysAttempt(history, 2, "java.io.IOException: gateway says no, password=");
    assertThat(delay(history, 0)).isEqualTo(20);
    assertThat(delay(history, 1)).isEqualTo(30);
    assertThat(history.get(2).getAsJsonObject().has("delay_ms")).isFalse();
    assertThat(history.toString()).doesNotContain("hunter2");
  }

  private static void saysAttempt(JsonArray history, int index, String failure) {
    JsonObject attempt = history.get(index).getAsJsonObject();
    assertThat(attempt.get("attempt").getAsInt()).isEqualTo(index + 1);
    assertThat(text(attempt, "failure")).startsWith(failure);
    // The first attempt's start is not known: taking the time at entry would cost every call.
    assertThat(attempt.has("duration_ms")).isEqualTo(index > 0);
  }

  private static long delay(JsonArray history, int index) {
    return history.get(index).getAsJsonObject().get("delay_ms").getAsLong();
  }

  @OnEachJdk
  void slackIsReachedThroughAProxyAndWithAnAuthorityOfTheUsersOwn(Jdk jdk) {
    try (NotificationReceiver slack = NotificationReceiver.on(authority.server());
        ConnectProxy proxy = ConnectProxy.to(slack.port())) {
      String http =
          "\n  http: {proxy: \"%s\", trust: \"%s\"}"
              .formatted(proxy.url(), authority.certificate());
      Finished finished = billing(jdk).rules(rules(channel("slack://T0/B0/X0") + http)).run();
      ReceivedRequest request = slack.next();
      JsonObject body = JsonParser.parseString(request.body()).getAsJsonObject();
      JsonObject attachment = body.getAsJsonArray("attachments").get(0).getAsJsonObject();
      assertThat(proxy.asked()).containsExactly("hooks.slack.com:443");
      assertThat(request.target()).isEqualTo("/services/T0/B0/X0");
      assertThat(text(attachment, "title")).contains("billing.Billing.charge", "3 attempts");
      assertThat(text(attachment, "color")).isEqualTo("#A32037");
      finished.assertErr().anyMatch(line -> line.endsWith("Critical alert sent to 1 channel"));
    }
  }

  @OnEachJdk
  void channelsOfTheEnvironmentNeedNoneInTheRuleFile(Jdk jdk) {
    try (NotificationReceiver slack = NotificationReceiver.start();
        NotificationReceiver webhook = NotificationReceiver.start()) {
      billing(jdk)
          .rules(RuleFile.in(folder, RULES))
          .environment(
              "NOTIFICATION_SLACK_WEBHOOK", "http://" + slack.address() + "/services/T/B/X")
          .environment("NOTIFICATION_WEBHOOK_URL", "http://" + webhook.address() + "/hook")
          .run()
          .assertErr()
          .anyMatch(line -> line.endsWith("Critical alert sent to 2 channels"));
      assertThat(slack.next().body()).contains("\"attachments\"");
      assertThat(webhook.next().body()).contains("\"operation\"");
    }
  }

  @OnEachJdk
  void theLogSaysWhatHappensAndHidesSecrets(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Finished finished = billing(jdk).rules(rules(channel(json(receiver)))).run();
      finished
          .assertErr()
          .anyMatch(
              line -> line.matches(".* INFO Retrying .*charge.* after 20ms .attempt 2/3.: .*"))
          .anyMatch(
              line -> line.matches(".* WARNING Operation .*charge.* failed after 3 attempts.*"))
          .noneMatch(line -> line.contains("[mulligan]") && line.contains("hunter2"));
      finished.assertOut().containsExactly("charging");
    }
  }

  private Path rules(String notifications) {
    return RuleFile.in(folder, RULES + notifications + "\n");
  }

  private static String channel(String url) {
    return "notifications:\n  channels: [{url: \"" + url + "\"}]";
  }

  private static String json(NotificationReceiver receiver) {
    return "json://" + receiver.address() + "/hook";
  }

  private static ChildJvm billing(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("billing").main("billing.Main"))
        .environment("HOSTNAME", "the-host");
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }
}
