package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.JvmCommand;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Ports;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Web applications that are deployed, undeployed and deployed again in a real Tomcat. */
class TomcatTest {

  /** Calls of the three overloads; each makes two attempts. */
  private static final String CALLS = " 1 2 3";

  private static final int REDEPLOYMENTS = 15;

  @TempDir Path folder;

  @OnEachJdk
  void stoppedApplicationsAreLeftAloneAndTheCountsStayTrue(Jdk jdk) throws Exception {
    int port = Ports.free();
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            rules:
              - name: shop
                match: "shop.Gateway.charge(..)"
                strategy:
                  max-attempts: 3
                  backoff: {type: fixed, initial: 1ms}
                  on-failure: {notify: false}
              - {name: pings, match: "* shop.Service+.ping(..)"}
            agent: {metrics: {prometheus: "127.0.0.1:%d"}}
            """
                .formatted(port));
    try (RunningJvm server = server(jdk)) {
      for (int i = 0; i < 3; i++) {
        server.ask("deploy shop");
        server.ask("undeploy shop");
      }
      server.ask("deploy shop");
      assertThat(server.ask("call shop" + CALLS)).isEqualTo("3 failed");

      run(jdk, server, "attach", rules)
          .assertOut()
          .anyMatch(line -> line.contains("3 methods woven"));
      assertThat(server.ask("call shop" + CALLS)).isEqualTo("0 failed");
      Finished overloads = run(jdk, server, "status");
      overloads
          .assertOut()
          .anyMatch(line -> line.matches(" +shop.Gateway.charge\\(\\) in .* 2 +1 +1 .*"))
          .anyMatch(line -> line.matches(".*charge\\(java.lang.String\\) in .* 4 +2 +2 .*"))
          .anyMatch(line -> line.matches(".*charge\\(java.lang.String, long\\) in .* 6 +3 +3 .*"))
          .anyMatch(line -> line.matches("  total +12 +6 +6 .*"))
          .noneMatch(line -> line.contains("no longer woven"));

      server.ask("deploy copy");
      assertThat(server.ask("call copy 1 0 0")).isEqualTo("0 failed");
      run(jdk, server, "status")
          .assertOut()
          .filteredOn(line -> line.matches(" +shop.Gateway.charge\\(\\) in .* 2 +1 +1 .*"))
          .hasSize(2);
      server.ask("undeploy copy");

      for (int i = 0; i < REDEPLOYMENTS; i++) {
        server.ask("undeploy shop");
        server.ask("deploy shop");
        assertThat(server.ask("call shop" + CALLS)).isEqualTo("0 failed");
      }
      assertCounts(jdk, server, port, 2 + 12 * REDEPLOYMENTS);
      run(jdk, server, "reload", rules).assertStatus().isZero();
      assertCounts(jdk, server, port, 2 + 12 * REDEPLOYMENTS);

      // What is collected is added up when the next application comes.
      server.ask("undeploy shop");
      server.ask("forget");
      server.ask("deploy shop");
      assertThat(server.ask("call shop" + CALLS)).isEqualTo("0 failed");
      assertCounts(jdk, server, port, 2 + 12 * (REDEPLOYMENTS + 1));
      assertThat(
              new JvmCommand(jdk, server)
                  .instances("dev.mulligan.retry.statistics.RetryStatistics"))
          .isLessThan(REDEPLOYMENTS);

      run(jdk, server, "detach").assertStatus().isZero();
      assertThat(server.ask("call shop" + CALLS)).isEqualTo("3 failed");
      server
          .assertErr()
          .noneMatch(line -> line.contains("Illegal access"))
          .noneMatch(line -> line.contains("IllegalStateException"))
          .noneMatch(line -> line.contains("[mulligan] WARNING"));
    }
  }

  private static RunningJvm server(Jdk jdk) {
    RunningJvm server = ChildJvm.of(jdk, App.named("tomcat").main("tomcat.Main")).start();
    server.awaitOut("ready");
    return server;
  }

  /**
   * @param earlier attempts of applications that have been undeployed
   */
  private static void assertCounts(Jdk jdk, RunningJvm server, int port, int earlier)
      throws Exception {
    int total = earlier + 12;
    run(jdk, server, "status")
        .assertOut()
        .anyMatch(line -> line.matches(" +methods that are no longer woven +" + row(earlier)))
        .anyMatch(line -> line.matches("  total +" + row(total)))
        .filteredOn(line -> line.contains("shop.Gateway.charge()"))
        .hasSize(1);
    String metrics =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    double attempts =
        metrics
            .lines()
            .filter(line -> line.startsWith("mulligan_attempts_total{"))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
    assertThat(attempts).isEqualTo(total);
    assertThat(metrics)
        .contains("method=\"shop.Gateway.charge\",parameters=\"(java.lang.String, long)\"");
  }

  private static String row(int attempts) {
    return attempts + " +" + attempts / 2 + " +" + attempts / 2 + " .*";
  }

  private static Finished run(Jdk jdk, RunningJvm server, String command, Object... more) {
    String pid = String.valueOf(server.pid());
    return more.length == 0
        ? AgentCli.on(jdk).run(command, pid)
        : AgentCli.on(jdk).run(command, pid, more[0].toString());
  }
}
