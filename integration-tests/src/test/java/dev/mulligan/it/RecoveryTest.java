package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.ReceivedRequest;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Notifications about an operation that succeeds again after its failure was reported. */
class RecoveryTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        twice: {max-attempts: 1, on-failure: {type: critical}}
      rules:
        - {name: ask, match: "outage.Main$Service.ask()", strategy: twice}
      notifications:
        channels: [{url: "json://%s/hook"}]
      """;

  @TempDir Path folder;

  @OnEachJdk
  void aRecoveryIsToldOnceAfterTenQuietSeconds(Jdk jdk) {
    List<JsonObject> told = toldBy(jdk, "1", "12");

    assertThat(told).hasSize(2);
    isTheFailure(told.get(0));
    isItsResolution(told.get(1), told.get(0));
  }

  @OnEachJdk
  void aProgramThatEndsSoonerTellsItAtItsEnd(Jdk jdk) {
    List<JsonObject> told = toldBy(jdk, "1", "0");

    assertThat(told).hasSize(2);
    isItsResolution(told.get(1), told.get(0));
  }

  private List<JsonObject> toldBy(Jdk jdk, String failures, String seconds) {
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      ChildJvm.of(jdk, App.named("outage").main("outage.Main"))
          .rules(RuleFile.in(folder, RULES.formatted(receiver.address())))
          .arguments(failures, seconds)
          .run()
          .assertOut()
          .containsExactly(failures + " calls failed");
      return receiver.rest().stream().map(RecoveryTest::json).toList();
    }
  }

  private static void isTheFailure(JsonObject failure) {
    assertThat(text(failure, "state")).isEqualTo("firing");
    assertThat(text(failure, "title")).startsWith("Critical alert: outage.Main.Service.ask failed");
  }

  private static void isItsResolution(JsonObject resolution, JsonObject failure) {
    assertThat(text(resolution, "state")).isEqualTo("resolved");
    assertThat(text(resolution, "type")).isEqualTo("success");
    assertThat(text(resolution, "title"))
        .isEqualTo("Resolved: outage.Main.Service.ask works again");
    assertThat(text(resolution, "fingerprint")).isEqualTo(text(failure, "fingerprint"));
    assertThat(text(resolution, "id")).isNotEqualTo(text(failure, "id"));
  }

  private static JsonObject json(ReceivedRequest request) {
    return JsonParser.parseString(request.body()).getAsJsonObject();
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }
}
