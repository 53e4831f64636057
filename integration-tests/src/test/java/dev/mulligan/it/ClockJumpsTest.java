package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonParser;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.ReceivedRequest;
import dev.mulligan.it.harness.Reply;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.Waiting;
import dev.mulligan.it.harness.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The wall clock is set by days and by a year while a program runs. */
class ClockJumpsTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        twice:
          max-attempts: 2
          backoff: {type: fixed, initial: 50ms, jitter: none}
          on-failure: {type: critical}
      rules:
        - {name: post, match: "relapse.Main$Ledger.post(boolean)", strategy: twice}
      notifications:
        channels: [{url: "json://%s/hook"}]
        outbox: {dir: "%s"}
      """;

  /** Short rounds of attempts. */
  private static final Reply DOWN = new Reply(503, Map.of("Retry-After", "1"), "down");

  /** Longer than the interval at which a process looks at the files of others. */
  private static final Duration NEXT_LOOK = Duration.ofMillis(5_500);

  @TempDir Path folder;

  private final AtomicBoolean isUp = new AtomicBoolean();
  private final Map<String, Integer> accepted = new ConcurrentHashMap<>();

  @OnEachJdk
  void nothingIsLostOrSentTwiceOrWaitsLonger(Jdk jdk) throws IOException {
    WallClock clock = WallClock.in(folder);
    try (NotificationReceiver receiver = NotificationReceiver.answering(this::answer)) {
      try (RunningJvm other = program(jdk, "relapse.Other", receiver, "fail").start()) {
        other.awaitOut("fails");
        other.kill();
      }
      Map<Path, Long> ofOther = files();
      assertThat(ofOther).hasSize(2); // a notification, and an open incident
      try (RunningJvm running = clock.of(program(jdk, "relapse.Main", receiver)).start()) {
        assertThat(running.ask("fail")).isEqualTo("fails");
        for (int days : List.of(1, 30, -365)) {
          jump(clock, running, Duration.ofDays(days));
          assertThat(files()).containsAllEntriesOf(ofOther);
        }
        running.assertErr().noneMatch(line -> line.contains("gave up"));
        // It is in the middle of a back-off, and counts the repeats of one window.
        long before = System.nanoTime();
        assertThat(running.ask("fail")).isEqualTo("fails");
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
        assertThat(accepted).isEmpty();

        isUp.set(true);
        Waiting.until(() -> !accepted.isEmpty(), running::report);
        clock.set(Duration.ofDays(-365));
        assertThat(running.ask("work")).isEqualTo("works");
        running.end().assertStatus().isZero();
        assertThat(accepted).hasSize(2).containsValue(1).doesNotContainValue(2);
        assertThat(files()).isEqualTo(ofOther);
      }
      accepted.clear();
      try (RunningJvm other = program(jdk, "relapse.Other", receiver, "work").start()) {
        other.awaitErr("Notifications that an earlier process left in the outbox: 1");
        Waiting.until(() -> !accepted.isEmpty(), other::report);
        other.end().assertStatus().isZero();
      }
      assertThat(accepted).hasSize(2).doesNotContainValue(2); // and its resolution
      assertThat(files()).isEmpty();
    }
  }

  private static void jump(WallClock clock, RunningJvm running, Duration ahead) {
    clock.set(ahead);
    long shown = Long.parseLong(running.ask("time"));
    assertThat(shown).isCloseTo(System.currentTimeMillis() + ahead.toMillis(), within(60_000L));
    Waiting.during(NEXT_LOOK);
  }

  private Reply answer(ReceivedRequest request) {
    if (!isUp.get()) {
      return DOWN;
    }
    accepted.merge(
        JsonParser.parseString(request.body()).getAsJsonObject().get("id").getAsString(),
        1,
        Integer::sum);
    return Reply.OK;
  }

  private ChildJvm program(
      Jdk jdk, String main, NotificationReceiver receiver, String... arguments) {
    String rules = RULES.formatted(receiver.address(), folder.resolve("outbox"));
    return ChildJvm.of(jdk, App.named("incidents").main(main))
        .rules(RuleFile.in(folder, rules))
        .arguments(arguments);
  }

  /** The files of processes other than the running one, with their sizes. */
  private Map<Path, Long> files() throws IOException {
    Map<Path, Long> sizes = new HashMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      for (Path file : files.toList()) {
        sizes.put(file, Files.size(file));
      }
    }
    return sizes;
  }
}
