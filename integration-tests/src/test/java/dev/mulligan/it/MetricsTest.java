package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.JvmCommand;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;

/** The metrics that Prometheus reads from a program with {@code agent.metrics}. */
class MetricsTest {

  private static final String ORDERS = "{method=\"service.Orders.place\",%srule=\"orders\"}";

  @TempDir Path folder;

  @OnEachJdk
  void tellsOfCallsBudgetsAndChannels(Jdk jdk) throws Exception {
    int port = freePort();
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = service(jdk, port, receiver)) {
      service.awaitErr("Metrics are at http://127.0.0.1:" + port + "/metrics");
      service.ask("order");
      receiver.next();
      List<String> lines = scrape(port).lines().toList();
      assertThat(lines)
          .contains(
              "# TYPE mulligan_attempts_total counter",
              "mulligan_attempts_total" + ORDERS.formatted("") + " 2.0",
              "mulligan_retries_total" + ORDERS.formatted("") + " 1.0",
              "mulligan_sleeping_calls" + ORDERS.formatted("") + " 0.0",
              "mulligan_exhausted_calls_total"
                  + ORDERS.formatted("reason=\"maxRetriesReached\",")
                  + " 1.0",
              "mulligan_budget_tokens{owner=\"the process\"} 1000.0")
          .anyMatch(line -> line.matches("mulligan_channel_sent_total\\{channel=\"c1\",.*"))
          .noneMatch(line -> line.contains("s3cret"));
    }
  }

  @OnEachJdk
  void aTakenPortIsSaidOnceAndChangesNothing(Jdk jdk) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = service(jdk, taken.getLocalPort(), receiver)) {
      service.awaitErr("There are no metrics at 127.0.0.1:" + taken.getLocalPort());
      assertThat(service.ask("order")).contains("failure 2");
      service.assertErr().filteredOn(line -> line.contains("no metrics")).hasSize(1);
    }
  }

  @OnEachJdk
  void aDetachClosesThePortAndLeavesNoThread(Jdk jdk) throws Exception {
    int port = freePort();
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = service(jdk, port, receiver)) {
      service.awaitErr("Metrics are at");
      scrape(port);
      AgentCli.on(jdk).run("detach", Long.toString(service.pid())).assertStatus().isZero();
      Assertions.assertThatThrownBy(() -> scrape(port)).isInstanceOf(ConnectException.class);
      assertThat(new JvmCommand(jdk, service).threads())
          .noneMatch(name -> name.startsWith("mulligan") || name.startsWith("HTTP-Dispatcher"));
    }
  }

  private RunningJvm service(Jdk jdk, int port, NotificationReceiver receiver) {
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            rules:
              - name: orders
                match: "service.Orders.place(String)"
                strategy:
                  max-attempts: 2
                  backoff: {type: fixed, initial: 20ms, jitter: none}
            notifications:
              channels: [{url: "json://%s/s3cret"}]
            agent:
              metrics: {prometheus: "127.0.0.1:%d"}
            """
                .formatted(receiver.address(), port));
    RunningJvm service = Service.on(jdk).rules(rules).start();
    service.awaitOut("ready");
    return service;
  }

  private static String scrape(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("text/plain; version=0.0.4");
    return answer.body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
