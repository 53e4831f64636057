package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.OtherUser;
import dev.mulligan.it.harness.ReceivedRequest;
import dev.mulligan.it.harness.Reply;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An accepted notification arrives, whatever happens to the process or its disk. */
class OutboxTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        once: {max-attempts: 1, on-failure: {type: critical}}
      rules:
        - {name: place, match: "owing.Main$Orders.place(String)", strategy: once}
      notifications:
        channels: [{url: "json://%s/hook"}]
        group: off
        storm-cap: off
        outbox: {dir: "%s"}
      """;

  private static final Pattern TOKEN = Pattern.compile("token-[\\w.]+-\\d+-end");

  /** A long run by hand: {@code -Dmulligan.kill.rounds=1000}. */
  private static final int FULL_ROUNDS = Integer.getInteger("mulligan.kill.rounds", 50);

  private static final int FEW_ROUNDS = 5;

  /** How long a process that sends what others left may seem to have stopped. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final Map<String, Set<String>> idsByToken = new HashMap<>();
  private final Map<String, Integer> requestsById = new HashMap<>();

  @OnEachJdk
  void everyAcceptedNotificationArrivesThoughTheProcessIsKilled(Jdk jdk) throws Exception {
    killInALoop(jdk, FEW_ROUNDS);
  }

  @Test
  void everyAcceptedNotificationArrivesInManyRoundsOfKilling() throws Exception {
    killInALoop(Jdk.running(), FULL_ROUNDS);
  }

  private void killInALoop(Jdk jdk, int rounds) throws Exception {
    Set<String> accepted = new HashSet<>();
    Random random = new Random(4711);
    try (NotificationReceiver receiver = NotificationReceiver.answering(OutboxTest::slowly)) {
      for (int round = 0; round < rounds; round++) {
        try (RunningJvm one = failing(jdk, receiver).arguments("r" + round).start();
            RunningJvm other = failing(jdk, receiver).arguments("s" + round).start()) {
          one.awaitOut("failed");
          Thread.sleep(random.nextInt(150));
          kill(one, accepted);
          other.awaitOut("failed");
          kill(other, accepted);
        }
        note(receiver.rest());
      }
      drain(jdk, receiver, accepted);
    }
    assertThat(accepted).hasSizeGreaterThan(rounds);
    assertThat(idsByToken.keySet()).containsAll(accepted);
    eachHasOneId();
    duplicatesAreThoseUnderWayAtAKill(rounds);
    assertThat(filesIn(folder.resolve("outbox"))).isEmpty();
  }

  private static void kill(RunningJvm running, Set<String> accepted) {
    running.kill();
    accepted.addAll(tokensOf(running));
  }

  /** A process without failures of its own sends what the killed ones owe. */
  private void drain(Jdk jdk, NotificationReceiver receiver, Set<String> accepted)
      throws InterruptedException {
    try (RunningJvm last = failing(jdk, receiver).arguments("last", "0").start()) {
      last.awaitOut("done");
      long lastNanos = System.nanoTime();
      while (!idsByToken.keySet().containsAll(accepted)
          && System.nanoTime() - lastNanos < LONGEST_PAUSE.toNanos()) {
        Thread.sleep(50);
        List<ReceivedRequest> more = receiver.rest();
        note(more);
        lastNanos = more.isEmpty() ? lastNanos : System.nanoTime();
      }
      last.end();
    }
    note(receiver.rest());
  }

  private void eachHasOneId() {
    for (Map.Entry<String, Set<String>> token : idsByToken.entrySet()) {
      assertThat(token.getValue()).as(token.getKey()).hasSize(1);
    }
  }

  private void duplicatesAreThoseUnderWayAtAKill(int rounds) {
    int duplicates = requestsById.values().stream().mapToInt(count -> count - 1).sum();
    System.out.printf(
        "%d rounds of kill -9 of two processes: %d notifications arrived, %d of them once more%n",
        rounds, requestsById.size(), duplicates);
    // One is under way in each process; each of those may be under way at the next kill too.
    assertThat(duplicates).isLessThanOrEqualTo(2 * 2 * rounds);
  }

  @OnEachJdk
  void twoProcessesOnOneFolderDoNotDisturbEachOther(Jdk jdk) throws Exception {
    Set<String> accepted = new HashSet<>();
    try (NotificationReceiver receiver = NotificationReceiver.answering(OutboxTest::slowly)) {
      try (RunningJvm one = failing(jdk, receiver).arguments("one").start();
          RunningJvm other = failing(jdk, receiver).arguments("other", "100").start()) {
        other.awaitOut("done");
        one.kill();
        accepted.addAll(tokensOf(one));
        accepted.addAll(tokensOf(other));
        other.end().assertStatus().isZero();
      }
      drain(jdk, receiver, accepted);
    }
    assertThat(idsByToken.keySet()).containsAll(accepted);
    eachHasOneId();
    assertThat(filesIn(folder.resolve("outbox"))).isEmpty();
  }

  /** A rolling restart: the new process is there before the old one ends. */
  @OnEachJdk
  void whatAProcessLeavesIsFoundByThoseThatRunAlready(Jdk jdk) throws Exception {
    AtomicBoolean isUp = new AtomicBoolean();
    Reply down = new Reply(503, Map.of(), "down");
    try (NotificationReceiver receiver =
            NotificationReceiver.answering(request -> isUp.get() ? Reply.OK : down);
        RunningJvm newer = failing(jdk, receiver).arguments("newer", "0").start();
        RunningJvm newest = failing(jdk, receiver).arguments("newest", "0").start();
        RunningJvm old = failing(jdk, receiver).arguments("old", "50").start()) {
      newer.awaitOut("done");
      newest.awaitOut("done");
      old.awaitOut("done");
      List<String> accepted = tokensOf(old);
      old.kill();
      receiver.rest();
      isUp.set(true);

      long until = System.nanoTime() + 30_000_000_000L;
      while (!idsByToken.keySet().containsAll(accepted) && System.nanoTime() < until) {
        Thread.sleep(50);
        note(receiver.rest());
      }
      assertThat(idsByToken.keySet()).hasSize(50).containsAll(accepted);
      assertThat(requestsById.values()).containsOnly(1);
    }
  }

  @OnEachJdk
  void aFolderOfAnotherUserIsRefusedWithTheReason(Jdk jdk) throws Exception {
    OtherUser.assumePossible();
    Path foreign = Files.createDirectory(folder.resolve("outbox"));
    assertThat(run("chown", "65534:65534", foreign.toString())).isZero();

    sendsFromMemory(jdk, "who could plant notifications");
  }

  @OnEachJdk
  void aFolderThatCanNotBeUsedIsSaidAndTheNotificationIsSent(Jdk jdk) throws Exception {
    Files.writeString(folder.resolve("outbox"), "no folder");
    sendsFromMemory(jdk, "it is a file, not a folder; name a folder in notifications.outbox.dir");
  }

  @OnEachJdk
  void aFullDiskIsSaidAndTheNotificationIsSent(Jdk jdk) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("outbox"));
    if (run("mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs", disk.toString()) != 0) {
      Files.delete(disk);
      Files.createSymbolicLink(disk, Path.of("/proc/self/no-such-place"));
      sendsFromMemory(jdk, "cannot be used, notifications are kept in memory only");
      return;
    }
    try {
      Files.write(disk.resolve("filling"), new byte[64 * 1024]);
      sendsFromMemory(jdk, "No space left on device; make room on its disk");
    } finally {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  private void sendsFromMemory(Jdk jdk, String said) {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running = failing(jdk, receiver).arguments("x", "3").start()) {
      running.awaitOut("done");
      running.awaitErr(said);
      List<String> tokens = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        tokens.addAll(tokensIn(receiver.next().body()).stream().distinct().toList());
      }
      assertThat(tokens).containsExactly("token-x-0-end", "token-x-1-end", "token-x-2-end");
      running.end();
      running.assertErr().filteredOn(line -> line.contains(said)).hasSize(1);
    }
  }

  private ChildJvm failing(Jdk jdk, NotificationReceiver receiver) {
    String rules = RULES.formatted(receiver.address(), folder.resolve("outbox"));
    return ChildJvm.of(jdk, App.named("outbox").main("owing.Main"))
        .rules(RuleFile.in(folder, rules));
  }

  private void note(List<ReceivedRequest> requests) {
    for (ReceivedRequest request : requests) {
      String id = request.header("webhook-id").orElseThrow();
      requestsById.merge(id, 1, Integer::sum);
      for (String token : tokensIn(request.body())) {
        idsByToken.computeIfAbsent(token, any -> new HashSet<>()).add(id);
      }
    }
  }

  private static Reply slowly(ReceivedRequest request) {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.OK;
  }

  private static List<String> tokensOf(RunningJvm running) {
    return running.out().stream()
        .filter(line -> line.startsWith("failed ") && line.endsWith("-end"))
        .flatMap(line -> tokensIn(line).stream())
        .toList();
  }

  private static List<String> tokensIn(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }

  /** The files of notifications; the incidents stay open. */
  private static List<Path> filesIn(Path outbox) throws IOException {
    try (Stream<Path> files = Files.list(outbox)) {
      return files.filter(file -> file.toString().endsWith(".outbox")).toList();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
