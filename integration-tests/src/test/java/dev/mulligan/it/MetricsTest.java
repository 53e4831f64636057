package dev.mulligan.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.JvmCommand;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;

/** The metrics that Prometheus reads from a program with {@code agent.metrics}. */
class MetricsTest {

  private static final String ORDERS =
      "{method=\"service.Orders.place\",parameters=\"(java.lang.String)\",%srule=\"orders\"}";

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

  @OnEachJdk
  void requestsThatAreSentInPartHoldFewDescriptorsAndNobodyUp(Jdk jdk) throws Exception {
    int port = freePort();
    List<Socket> halfSent = new ArrayList<>();
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = service(jdk, port, receiver)) {
      service.awaitErr("Metrics are at");
      scrape(port);
      int before = descriptors(service);
      for (int i = 0; i < 500; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        halfSent.add(socket);
        socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: local".getBytes(UTF_8));
      }

      assertThat(scrape(port)).contains("mulligan_budget_tokens");
      assertThat(descriptors(service)).isLessThan(before + 20);
    } finally {
      for (Socket socket : halfSent) {
        socket.close();
      }
    }
  }

  private static int descriptors(RunningJvm jvm) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + jvm.pid() + "/fd"))) {
      return (int) open.count();
    }
  }

  @OnEachJdk
  void aPageOfAnotherHostIsNotServed(Jdk jdk) throws Exception {
    int port = freePort();
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = service(jdk, port, receiver)) {
      service.awaitErr("Metrics are at");
      assertThat(status(port, "GET /metrics HTTP/1.1\r\nHost: evil.example:" + port))
          .contains("403");
      assertThat(status(port, "GET /metrics HTTP/1.1\r\nHost: localhost:" + port)).contains("200");
      assertThat(status(port, "GET /metrics HTTP/1.0")).contains("200");
      assertThat(status(port, "HEAD /metrics HTTP/1.1\r\nHost: 127.0.0.1")).contains("200");
      assertThat(status(port, "POST /metrics HTTP/1.1\r\nHost: 127.0.0.1")).contains("405");
      assertThat(status(port, "GET / HTTP/1.1\r\nHost: [::1]:" + port)).contains("404");
      assertThat(status(port, "nonsense")).contains("400");
      assertThat(status(port, "GET /metrics HTTP/1.1\r\nX: " + "x".repeat(9_000))).contains("431");
    }
  }

  private static String status(int port, String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head + "\r\n\r\n").getBytes(UTF_8));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
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
