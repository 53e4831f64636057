package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Reply;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** {@code notify}: one notification from the command line, and the answer of each channel. */
class NotifyCommandTest {

  @TempDir Path folder;

  @OnEachJdk
  void sendsToTheChannelsWithTheTagAndTellsEachAnswer(Jdk jdk) {
    try (NotificationReceiver ops = NotificationReceiver.start();
        NotificationReceiver night = NotificationReceiver.start()) {
      Path rules = rules(channel(ops, "ops"), channel(night, "night"));
      Finished finished = notify(jdk, rules, "--tag", "ops", "--type", "critical");
      finished.assertStatus().isZero();
      finished
          .assertOut()
          .anyMatch(line -> line.matches("delivered +json://127\\.0\\.0\\.1:\\d+/.* HTTP 200: ok"))
          .hasSize(2);
      JsonObject body = JsonParser.parseString(ops.next().body()).getAsJsonObject();
      assertThat(body.get("title").getAsString()).isEqualTo("Critical alert: Disk");
      assertThat(body.get("message").getAsString()).contains("Disk full on web-3");
      assertThat(body.get("alert").getAsString()).isEqualTo("critical");
      assertThat(night.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void onlyTheTargetThatFailedIsToldAsFailedWithTheReceiversWords(Jdk jdk) {
    try (NotificationReceiver well = NotificationReceiver.start();
        NotificationReceiver ill =
            NotificationReceiver.answering(request -> Reply.json(403, "token_revoked"))) {
      Path rules = rules(channel(well, "ops"), channel(ill, "ops"));
      Finished finished = notify(jdk, rules, "--tag", "ops", "--json");
      finished.assertStatus().isEqualTo(1);
      JsonObject told = JsonParser.parseString(String.join("\n", finished.out())).getAsJsonObject();
      assertThat(told.get("outcome").getAsString()).isEqualTo("failed");
      assertThat(outcome(told, 0)).isEqualTo("delivered");
      assertThat(outcome(told, 1)).isEqualTo("failed");
      assertThat(target(told, 1).get("answer").getAsString()).isEqualTo("HTTP 403: token_revoked");
      assertThat(target(told, 1).get("url").getAsString()).doesNotContain("secret-path");
    }
  }

  @OnEachJdk
  void usesTheEnvironmentsChannelsWithNoRuleFileAtAll(Jdk jdk) {
    try (NotificationReceiver one = NotificationReceiver.start();
        NotificationReceiver two = NotificationReceiver.start()) {
      Finished finished =
          AgentCli.on(jdk)
              .command("notify", "--title", "Hello", "--body", "World", "--severity", "info")
              .environment("NOTIFICATION_WEBHOOK_URL", "http://" + one.address() + "/1")
              .environment("NOTIFICATION_WEBHOOK_URL_2", "json://" + two.address() + "/2")
              .environment("NOTIFICATION_TELEGRAM_TOKEN_3", "123:abc")
              .run();
      finished.assertStatus().isZero();
      assertThat(one.next().body()).contains("\"type\":\"info\"");
      assertThat(two.next().target()).isEqualTo("/2");
      finished
          .assertErr()
          .anyMatch(
              line -> line.contains("NOTIFICATION_TELEGRAM_TOKEN_3") && line.contains("CHAT_ID_3"))
          .noneMatch(line -> line.contains("123:abc"));
    }
  }

  @OnEachJdk
  void thatNobodyIsMeantIsNotToldAsDone(Jdk jdk) {
    try (NotificationReceiver ops = NotificationReceiver.start()) {
      Finished finished = notify(jdk, rules(channel(ops, "ops")), "--tag", "opps");
      finished.assertStatus().isEqualTo(3);
      finished.assertErr().anyMatch(line -> line.contains("opps")).anyMatch(l -> l.contains("ops"));
      assertThat(ops.rest()).isEmpty();
    }
  }

  @OnEachJdk
  void aBadRuleFileSendsNothing(Jdk jdk) {
    Path rules = RuleFile.in(folder, "version: 1\nnotifications:\n  chanels: []\n");
    Finished finished = notify(jdk, rules, "--tag", "all");
    finished.assertStatus().isEqualTo(2);
    finished.assertErr().anyMatch(line -> line.contains("did you mean 'channels'"));
  }

  private static Finished notify(Jdk jdk, Path rules, String... options) {
    return AgentCli.on(jdk)
        .command("notify", rules.toString(), "--title", "Disk", "--body", "Disk full on web-3")
        .arguments(options)
        .run();
  }

  private Path rules(String... channels) {
    return RuleFile.in(
        folder, "version: 1\nnotifications:\n  channels:\n" + String.join("", channels));
  }

  private static String channel(NotificationReceiver receiver, String tag) {
    return "    - {url: \"json://%s/secret-path\", tags: [%s]}%n"
        .formatted(receiver.address(), tag);
  }

  private static String outcome(JsonObject told, int index) {
    return target(told, index).get("outcome").getAsString();
  }

  private static JsonObject target(JsonObject told, int index) {
    return told.getAsJsonArray("targets").get(index).getAsJsonObject();
  }
}
