package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.CapturedRequest;
import dev.mulligan.it.harness.CapturingProxy;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Reply;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.TestAuthority;
import dev.mulligan.it.harness.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An incident outlives the process that opened it, and is resolved by the next one that works. */
class IncidentsTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        once: {max-attempts: 1, on-failure: {type: critical}}
      rules:
        - {name: post, match: "relapse.Main$Ledger.post(boolean)", strategy: once}
      notifications:
        http: {proxy: "%s", trust: "%s"}
        channels: [{url: "pagerduty://0123456789abcdef0123456789abcdef"}]
        outbox: {dir: "%s"}
      """;

  @TempDir static Path keys;

  private static TestAuthority authority;

  @TempDir Path folder;

  private final List<Event> events = new ArrayList<>();
  private CapturingProxy pagerDuty;

  private record Event(String action, String key) {}

  @BeforeAll
  static void makeAuthority() {
    authority = new TestAuthority(keys, Vendor.hosts());
  }

  @BeforeEach
  void start() {
    pagerDuty =
        CapturingProxy.start(authority, request -> Reply.json(202, "{\"status\":\"success\"}"));
  }

  @AfterEach
  void stop() {
    pagerDuty.close();
  }

  @OnEachJdk
  void theNextProcessThatWorksResolvesWhatAKilledOneLeft(Jdk jdk) throws IOException {
    try (RunningJvm failing = program(jdk, "relapse.Main", "fail").start()) {
      failing.awaitErr("Critical alert sent to 1 channel");
      failing.kill();
    }
    assertThat(stored()).doesNotContain("hunter2").contains("password=***");
    try (RunningJvm working = program(jdk, "relapse.Main", "work").start()) {
      working.awaitOut("works");
      working.awaitErr("Incidents that an earlier process left open: 1");
      awaitEvents(2);
      working.end().assertStatus().isZero();
    }
    areOneIncident("trigger", "resolve");
    assertThat(files()).isEmpty();
  }

  /** Both ends are orderly, and the second process ends as soon as it has worked once. */
  @OnEachJdk
  void oneCallThatWorksIsEnough(Jdk jdk) throws IOException {
    program(jdk, "relapse.Main", "fail", "end").run().assertStatus().isZero();
    program(jdk, "relapse.Main", "end").run().assertStatus().isZero();
    program(jdk, "relapse.Main", "work", "end").run().assertStatus().isZero();

    awaitEvents(jdk, 2);
    areOneIncident("trigger", "resolve");
    assertThat(files()).isEmpty();
  }

  @OnEachJdk
  void aCrashLoopPagesOnce(Jdk jdk) {
    for (int round = 0; round < 5; round++) {
      try (RunningJvm failing = program(jdk, "relapse.Main", "fail", "fail").start()) {
        failing.awaitOut("fails");
        if (round == 0) {
          failing.awaitErr("Critical alert sent to 1 channel");
        }
        if (round % 2 == 0) {
          failing.end().assertStatus().isZero();
        } else {
          failing.ask("fail");
          failing.kill();
        }
      }
    }
    program(jdk, "relapse.Main", "work", "end").run().assertStatus().isZero();

    awaitEvents(jdk, 3);
    assertThat(events).extracting(Event::key).containsOnly(events.get(0).key());
    // At its end, the first process sends what it has counted.
    assertThat(events).extracting(Event::action).containsExactly("trigger", "trigger", "resolve");
  }

  /** A replica that works, and another program, leave the incident to the next start. */
  @OnEachJdk
  void onlyTheSuccessorResolves(Jdk jdk) throws Exception {
    try (RunningJvm replica = program(jdk, "relapse.Main").start();
        RunningJvm other = program(jdk, "relapse.Other").start()) {
      assertThat(replica.ask("work")).isEqualTo("works");
      assertThat(other.ask("work")).isEqualTo("works");
      try (RunningJvm failing = program(jdk, "relapse.Main", "fail").start()) {
        failing.awaitErr("Critical alert sent to 1 channel");
        assertThat(replica.ask("work")).isEqualTo("works");
        failing.kill();
      }
      Thread.sleep(6_000); // each process has looked again
      assertThat(replica.ask("work")).isEqualTo("works");
      assertThat(other.ask("work")).isEqualTo("works");
      replica.end().assertStatus().isZero();
      other.end().assertStatus().isZero();
      program(jdk, "relapse.Other", "work", "end").run().assertStatus().isZero();
      note();
      areOneIncident("trigger");

      program(jdk, "relapse.Main", "work", "end").run().assertStatus().isZero();
      awaitEvents(jdk, 2);
      areOneIncident("trigger", "resolve");
    }
  }

  /** One incident for PagerDuty: the last of the processes that have it open resolves it. */
  @OnEachJdk
  void theLastReplicaThatRecoversResolves(Jdk jdk) {
    try (RunningJvm one = program(jdk, "relapse.Main", "fail").start();
        RunningJvm two = program(jdk, "relapse.Main", "fail").start()) {
      one.awaitErr("Critical alert sent to 1 channel");
      two.awaitErr("Critical alert sent to 1 channel");
      one.ask("work");
      one.end().assertStatus().isZero();
      note();
      areOneIncident("trigger", "trigger");

      two.ask("work");
      two.end().assertStatus().isZero();
      awaitEvents(jdk, 3);
      areOneIncident("trigger", "trigger", "resolve");
    }
  }

  @OnEachJdk
  void anIncidentOutlivesADetach(Jdk jdk) {
    Path rules = rules();
    try (RunningJvm running =
        ChildJvm.of(jdk, App.named("incidents").main("relapse.Main")).start()) {
      String pid = String.valueOf(running.pid());
      assertThat(running.ask("work")).isEqualTo("works");
      AgentCli.on(jdk).run("attach", pid, rules.toString()).assertStatus().isZero();
      assertThat(running.ask("fail")).isEqualTo("fails");
      AgentCli.on(jdk).run("detach", pid).assertStatus().isZero();
      AgentCli.on(jdk).run("attach", pid, rules.toString()).assertStatus().isZero();
      assertThat(running.ask("work")).isEqualTo("works");
      running.end().assertStatus().isZero();
    }
    awaitEvents(jdk, 2);
    areOneIncident("trigger", "resolve");
  }

  @OnEachJdk
  void aDamagedOrForeignFileIsNotTrusted(Jdk jdk) throws IOException {
    try (RunningJvm failing = program(jdk, "relapse.Main", "fail").start()) {
      failing.awaitErr("Critical alert sent to 1 channel");
      failing.end().assertStatus().isZero();
    }
    assertThat(files()).hasSize(1);
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 10] ^= 1;
    Files.write(file, bytes);
    Path foreign = file.resolveSibling(file.getFileName().toString().replace("left", "foreign"));
    Files.writeString(foreign, "not ours");
    try (RunningJvm working = program(jdk, "relapse.Main", "work").start()) {
      working.awaitErr("bytes that are not an incident");
      working.awaitErr("is not an outbox file of this version: ignored");
      working.end().assertStatus().isZero();
    }
    note();
    areOneIncident("trigger");
    assertThat(foreign).hasContent("not ours");
  }

  private ChildJvm program(Jdk jdk, String main, String... arguments) {
    return ChildJvm.of(jdk, App.named("incidents").main(main)).rules(rules()).arguments(arguments);
  }

  private Path rules() {
    return RuleFile.in(
        folder,
        RULES.formatted(pagerDuty.url(), authority.certificate(), folder.resolve("outbox")));
  }

  /** On a busy machine a process may leave its last notification to the next one. */
  private void awaitEvents(Jdk jdk, int number) {
    note();
    if (events.size() < number) {
      try (RunningJvm next = program(jdk, "relapse.Main").start()) {
        awaitEvents(number);
        next.end().assertStatus().isZero();
      }
    }
  }

  private void awaitEvents(int number) {
    Waiting.until(
        () -> {
          note();
          return events.size() >= number;
        },
        events::toString);
  }

  private void note() {
    for (CapturedRequest taken : pagerDuty.taken()) {
      JsonObject event = JsonParser.parseString(taken.request().body()).getAsJsonObject();
      events.add(
          new Event(event.get("event_action").getAsString(), event.get("dedup_key").getAsString()));
    }
  }

  private void areOneIncident(String... actions) {
    assertThat(events).extracting(Event::action).containsExactly(actions);
    assertThat(events).extracting(Event::key).containsOnly(events.get(0).key());
  }

  private String stored() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files()) {
      all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return all.toString();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      return files.toList();
    }
  }
}
