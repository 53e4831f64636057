package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.CapturedRequest;
import dev.mulligan.it.harness.CapturingProxy;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.DiscordSchema;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.Prism;
import dev.mulligan.it.harness.ReceivedRequest;
import dev.mulligan.it.harness.Reply;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.TestAuthority;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages conform to the vendors' schemas. */
class VendorSchemaTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        once-more:
          max-attempts: 2
          backoff: {type: fixed, initial: 10ms, jitter: none}
          on-failure: {type: critical, context: {service: payments, team: checkout}}
      rules:
        - name: orders
          match: "orders.Warehouse.order(String)"
          strategy: once-more
      notifications:
        http: {proxy: "%s", trust: "%s"}
        channels: [{url: "%s"}]
      """;

  private static final Path DOCUMENTS = Path.of("src/test/resources/vendors");

  @TempDir static Path keys;

  private static TestAuthority authority;

  @TempDir Path folder;

  @BeforeAll
  static void makeAuthority() {
    authority = new TestAuthority(keys, Vendor.hosts());
  }

  @Test
  void discordsPublishedSchemaAllowsTheMessage() {
    Reply taken = Reply.json(200, "{\"id\":\"1\"}");
    List<ReceivedRequest> requests = failure(Vendor.DISCORD, request -> taken);
    assertThat(DiscordSchema.problems(requests.get(0).body())).isEmpty();
  }

  @Test
  void telegramsDocumentedParametersAllowTheMessage() {
    try (Prism telegram = Prism.of(DOCUMENTS.resolve("telegram-send-message.yaml"))) {
      List<Reply> replies = new ArrayList<>();
      failure(
          Vendor.TELEGRAM, request -> kept(telegram.answer(request, request.target()), replies));
      assertThat(replies).as(replies.toString()).extracting(Reply::status).containsExactly(200);
    }
  }

  @Test
  void pagerDutysDocumentedFieldsAllowTheAlertAndItsResolution() {
    try (Prism pagerDuty = Prism.of(DOCUMENTS.resolve("pagerduty-events-v2.yaml"))) {
      List<Reply> replies = new ArrayList<>();
      List<ReceivedRequest> requests =
          failureAndRecovery(
              Vendor.PAGERDUTY, request -> kept(pagerDuty.answer(request, "/enqueue"), replies));
      assertThat(replies)
          .as(replies.toString())
          .extracting(Reply::status)
          .containsExactly(202, 202);
      JsonObject alert = JsonParser.parseString(requests.get(0).body()).getAsJsonObject();
      JsonObject resolution = JsonParser.parseString(requests.get(1).body()).getAsJsonObject();
      assertThat(alert.get("event_action").getAsString()).isEqualTo("trigger");
      assertThat(resolution.get("event_action").getAsString()).isEqualTo("resolve");
      assertThat(resolution.get("dedup_key")).isEqualTo(alert.get("dedup_key"));
    }
  }

  private static synchronized Reply kept(Reply reply, List<Reply> in) {
    in.add(reply);
    return reply;
  }

  /** The requests of one failure in a child JVM. */
  private List<ReceivedRequest> failure(Vendor vendor, Function<ReceivedRequest, Reply> answers) {
    return requests(vendor, answers, List.of("down"));
  }

  /** The requests of one failure and of the call after it, which succeeds. */
  private List<ReceivedRequest> failureAndRecovery(
      Vendor vendor, Function<ReceivedRequest, Reply> answers) {
    return requests(vendor, answers, List.of("down", "up"));
  }

  private List<ReceivedRequest> requests(
      Vendor vendor, Function<ReceivedRequest, Reply> answers, List<String> calls) {
    try (CapturingProxy proxy = CapturingProxy.start(authority, answers)) {
      String rules = RULES.formatted(proxy.url(), authority.certificate(), vendor.url());
      List<CapturedRequest> taken = new ArrayList<>();
      try (RunningJvm running =
          ChildJvm.of(Jdk.running(), App.named("orders").main("orders.Main"))
              .rules(RuleFile.in(folder, rules))
              .start()) {
        calls.forEach(running::ask);
        running.end().assertStatus().isZero();
        taken.addAll(proxy.taken());
      }
      return taken.stream().map(CapturedRequest::request).toList();
    }
  }
}
