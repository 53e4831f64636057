package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.MailRelay;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.ReceivedRequest;
import dev.mulligan.it.harness.Reply;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/**
 * Receivers that are away for a while, or seem to be gone for ever, and the end of the process
 * meanwhile.
 */
class ReceiverOutageTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        once: {max-attempts: 1, on-failure: {type: critical}}
      rules:
        - {name: place, match: "owing.Main$Orders.place(String)", strategy: once}
      notifications:
        group: off
        storm-cap: off
        http: {read-timeout: 30s, connect-timeout: 30s}
        channels:
      """;

  /** What an ingress or a proxy answers while the receiver behind it is being redeployed. */
  private static final List<Integer> MISLEADING = List.of(301, 401, 403, 404, 410);

  private static final int NOTIFICATIONS = 100;
  private static final Pattern TOKEN = Pattern.compile("token-\\w+-\\d+-end");

  @TempDir Path folder;

  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
  private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();
  private volatile boolean isUp;

  @OnEachJdk
  void anOutageWithMisleadingAnswersLosesNothingOverARestart(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.answering(this::answer);
        MailRelay relay = MailRelay.refusing()) {
      Path rules = rules(receiver, relay, "outbox: {dir: \"" + folder.resolve("outbox") + "\"}");
      try (RunningJvm earlier = owing(jdk, rules, "a", NOTIFICATIONS).start()) {
        earlier.awaitOut("done");
        awaitPauses(earlier);
        earlier.end().assertErr().anyMatch(line -> line.contains("kept in the outbox"));
      }
      try (RunningJvm later = owing(jdk, rules, "b", 0).start()) {
        awaitPauses(later);
        isUp = true;
        relay.up();
        awaitAll(relay, later);
        later.end().assertErr().noneMatch(line -> line.contains(" lost"));
      }
    }
    for (int status : MISLEADING) {
      assertThat(accepted.get("/" + status)).doesNotHaveDuplicates();
    }
  }

  @OnEachJdk
  void withoutAnOutboxASuccessfulTestDeliversWhatIsOwedAtOnce(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.answering(this::answer);
        MailRelay relay = MailRelay.refusing();
        RunningJvm running = owing(jdk, rules(receiver, relay, ""), "a", NOTIFICATIONS).start()) {
      running.awaitOut("done");
      awaitPauses(running);
      String pid = Long.toString(running.pid());
      AgentCli.on(jdk)
          .run("channels", pid)
          .assertOut()
          .filteredOn(line -> line.matches("c\\d .* paused +channel \\d"))
          .hasSize(MISLEADING.size() + 1);
      AgentCli.on(jdk)
          .run("status", pid)
          .assertOut()
          .anyMatch(line -> line.matches(" +c\\d+ paused until .*Z: HTTP 404: not here"));

      isUp = true;
      relay.up();
      AgentCli.on(jdk).run("channels", pid, "test").assertStatus().isZero();
      awaitAll(relay, running);
      AgentCli.on(jdk)
          .run("channels", pid)
          .assertOut()
          .filteredOn(line -> line.matches("c\\d .* ready +channel \\d"))
          .hasSize(MISLEADING.size() + 1);
      running
          .end()
          .assertErr()
          .noneMatch(line -> line.contains(" lost"))
          .filteredOn(line -> line.contains(" are paused: "))
          .hasSize(MISLEADING.size() + 1);
    }
  }

  @OnEachJdk
  void aMessageThatTheReceiverRefusesIsLostAloneAndNamed(Jdk jdk) {
    isUp = true;
    try (NotificationReceiver receiver =
            NotificationReceiver.answering(
                request ->
                    request.body().contains("token-a-7-end")
                        ? new Reply(413, Map.of(), "too large")
                        : answer(request));
        RunningJvm running =
            owing(jdk, rules(List.of("json://" + receiver.address() + "/413"), ""), "a", 20)
                .start()) {
      running.awaitErr("refuses it");
      Waiting.until(() -> count("/413") == 19, running::report);
      Finished ended = running.end();
      ended
          .assertErr()
          .filteredOn(line -> line.contains(" lost"))
          .singleElement()
          .asString()
          .contains("\"Critical alert: owing.Main.Orders.place", "HTTP 413: too large");
      assertThat(accepted.get("/413")).doesNotHaveDuplicates();
    }
  }

  @OnEachJdk
  void deadChannelsHoldTheEndOfTheProcessForTwoSecondsAtMost(Jdk jdk) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + silent.getLocalPort();
      List<String> dead =
          List.of(
              "json://" + address + "/never-answers",
              "jsons://" + address + "/no-handshake",
              "mailto://" + address + "/to@example.org?from=me@example.org",
              // Not routable: no connection comes about, and none is refused.
              "mailto://10.255.255.1/to@example.org?from=me@example.org");
      String outbox = "outbox: {dir: \"" + folder.resolve("outbox") + "\"}";
      assertThat(secondsToEnd(jdk, rules(dead, ""), "could not be sent before the end: 8"))
          .isBetween(1.5, 4.0);
      assertThat(secondsToEnd(jdk, rules(dead, outbox), "for the next start: 8"))
          .isBetween(1.5, 4.0);
      // So short that a busy machine may not even say what is lost.
      assertThat(secondsToEnd(jdk, rules(dead, "shutdown-timeout: 200ms"), "failed after"))
          .isLessThan(1.5);
    }
  }

  private static double secondsToEnd(Jdk jdk, Path rules, String said) {
    try (RunningJvm running = owing(jdk, rules, "a", 2).start()) {
      running.awaitOut("done");
      Waiting.during(Duration.ofMillis(500));
      long start = System.nanoTime();
      running.end().assertErr().anyMatch(line -> line.contains(said));
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("Dead channels, %s: the process ended after %.2f s%n", jdk, seconds);
      return seconds;
    }
  }

  /** First 503, as a server that is going down, then a misleading answer, later 200. */
  private Reply answer(ReceivedRequest request) {
    String path = request.target();
    boolean isFirst =
        requests.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet() == 1;
    if (isUp) {
      tokensIn(request.body()).stream()
          .findFirst()
          .ifPresent(
              token ->
                  accepted.computeIfAbsent(path, any -> new CopyOnWriteArrayList<>()).add(token));
      return Reply.OK;
    }
    return isFirst
        ? new Reply(503, Map.of(), "going down")
        : new Reply(Integer.parseInt(path.substring(1)), Map.of(), "not here");
  }

  private void awaitPauses(RunningJvm running) {
    for (int status : MISLEADING) {
      running.awaitErr("/***) are paused: ");
      Waiting.until(
          () ->
              running.err().stream()
                  .anyMatch(line -> line.contains("are paused") && line.contains("HTTP " + status)),
          running::report);
    }
    running.awaitErr("the mail server says: 554");
  }

  private void awaitAll(MailRelay relay, RunningJvm running) {
    for (int status : MISLEADING) {
      Waiting.until(() -> count("/" + status) >= NOTIFICATIONS, running::report);
    }
    Waiting.until(
        () ->
            relay.mails().stream().filter(mail -> mail.contains("token-")).count() >= NOTIFICATIONS,
        running::report);
  }

  private long count(String path) {
    return accepted.getOrDefault(path, List.of()).stream().distinct().count();
  }

  private Path rules(NotificationReceiver receiver, MailRelay relay, String more) {
    List<String> urls = new ArrayList<>();
    for (int status : MISLEADING) {
      urls.add("json://" + receiver.address() + "/" + status);
    }
    urls.add("mailto://127.0.0.1:" + relay.port() + "/to@example.org?from=me@example.org");
    return rules(urls, more);
  }

  private Path rules(List<String> urls, String more) {
    StringBuilder rules = new StringBuilder(RULES);
    urls.forEach(url -> rules.append("    - {url: \"").append(url).append("\"}\n"));
    return RuleFile.in(folder, rules + (more.isEmpty() ? "" : "  " + more + "\n"));
  }

  private static ChildJvm owing(Jdk jdk, Path rules, String prefix, int failures) {
    return ChildJvm.of(jdk, App.named("outbox").main("owing.Main"))
        .rules(rules)
        .arguments(prefix, Integer.toString(failures));
  }

  private static List<String> tokensIn(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }
}
