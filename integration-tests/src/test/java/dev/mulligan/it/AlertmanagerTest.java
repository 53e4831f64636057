package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.AlertmanagerCluster;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends alerts to a real Alertmanager of two nodes and checks what its receiver gets. */
class AlertmanagerTest {

  private static final int JVMS = 10;

  private static final String CONFIGURATION =
      """
      route:
        receiver: pager
        group_by: [alertname, operation]
        group_wait: 1s
        group_interval: 10s
        repeat_interval: 1h
      receivers:
        - name: pager
          webhook_configs: [{url: "http://%s/page", send_resolved: true}]
      """;

  private static final String RULES =
      """
      version: 1
      strategies:
        once-more:
          max-attempts: 2
          backoff: {type: fixed, initial: 10ms, jitter: none}
          on-failure: {type: critical}
      rules:
        - name: orders
          match: "orders.Warehouse.order(String)"
          strategy: once-more
      notifications:
        channels: [{url: "alertmanager://%s?:team=payments"}]
      """;

  @TempDir Path folder;

  private final List<RunningJvm> jvms = new ArrayList<>();

  private NotificationReceiver pager;
  private AlertmanagerCluster cluster;

  @BeforeEach
  void start() {
    pager = NotificationReceiver.start();
    cluster = AlertmanagerCluster.start(CONFIGURATION.formatted(pager.address()), folder);
  }

  @AfterEach
  void stop() {
    jvms.forEach(RunningJvm::close);
    cluster.close();
    pager.close();
  }

  @Test
  void tenJvmsThatFailInTheSameWayGiveOnePageWhichTheirRecoveryResolves() {
    startJvms(JVMS);
    jvms.forEach(jvm -> jvm.ask("down"));
    JsonObject page = nextPage();
    assertThat(page.get("status").getAsString()).isEqualTo("firing");
    assertThat(page.getAsJsonArray("alerts")).hasSize(1);
    assertThat(page.getAsJsonObject("commonLabels").get("team").getAsString())
        .isEqualTo("payments");
    Waiting.until(() -> received("firing"), cluster::report);
    theOtherNodeHasItsTurn();
    assertThat(pager.rest()).isEmpty();

    jvms.forEach(jvm -> jvm.ask("up"));
    jvms.forEach(jvm -> jvm.end().assertStatus().isZero());
    JsonObject resolution = nextPage();
    assertThat(resolution.get("status").getAsString())
        .as("%s after %s%n%s", resolution, page, cluster.report())
        .isEqualTo("resolved");
    assertThat(resolution.get("groupKey")).isEqualTo(page.get("groupKey"));
    assertThat(received("resolved")).isTrue();
    theOtherNodeHasItsTurn();
    assertThat(pager.rest()).isEmpty();
  }

  @Test
  void aNodeThatIsDownDoesNotKeepThePage() {
    cluster.kill(0);
    startJvms(1);
    jvms.get(0).ask("down");
    assertThat(nextPage().get("status").getAsString()).isEqualTo("firing");
  }

  private void startJvms(int count) {
    Path rules = RuleFile.in(folder, RULES.formatted(String.join(",", cluster.addresses())));
    for (int i = 0; i < count; i++) {
      jvms.add(
          ChildJvm.of(Jdk.running(), App.named("orders").main("orders.Main"))
              .rules(rules)
              .environment("HOSTNAME", "host-" + i)
              .start());
    }
  }

  private boolean received(String status) {
    return cluster.received(status).stream().allMatch(count -> count >= JVMS);
  }

  private JsonObject nextPage() {
    return JsonParser.parseString(pager.next().body()).getAsJsonObject();
  }

  /**
   * The second node tells a page, too, when it has not heard within its peer timeout (1 s) that the
   * first has told it: that it does not is seen only by waiting. Until then it would take a
   * recovery for news that nobody has told, and page for what is over; so the groups' interval is
   * much longer than that.
   */
  private static void theOtherNodeHasItsTurn() {
    Waiting.during(Duration.ofSeconds(3));
  }
}
