package dev.mulligan.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.AgentJar;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.OtherUser;
import dev.mulligan.it.harness.ReceivedRequest;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first failure may come when the process lacks files, memory or threads, or when its jar was
 * replaced. Nothing of the JDK is unusable afterwards, and every accepted notification arrives.
 */
class ExhaustionTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        once: {max-attempts: 1, on-failure: {type: critical}}
      rules:
        - {name: place, match: "exhausted.Main$Calls.call(String, boolean)", strategy: once}
      notifications:
        channels: [{url: "json://%s/hook"}]
        group: off
        storm-cap: off
      """;

  private static final String OUTBOX = "  outbox: {dir: \"%s\"}\n";

  /** Whatever they need, these two open files and keep what they found. */
  private static final List<String> OF_THE_APPLICATION = List.of("uuid", "tls");

  private static final String[] FEW_FILES = {"/bin/sh", "-c", "ulimit -n 48; exec \"$0\" \"$@\""};

  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** How long nothing more must come, on standard error and at the receiver. */
  private static final Duration SETTLED = Duration.ofMillis(500);

  private static final int[] FREE_BYTES = {0, 20_000, 200_000, 1_000_000};

  @TempDir Path folder;

  private Path rules(NotificationReceiver receiver, String more) throws IOException {
    Path file = Files.createTempFile(folder, "rules", ".yaml");
    return Files.writeString(file, RULES.formatted(receiver.address()) + more);
  }

  private ChildJvm app(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("exhausted").main("exhausted.Main"));
  }

  private static RunningJvm ready(ChildJvm app) {
    RunningJvm running = app.start();
    running.awaitOut("ready");
    return running;
  }

  private static void rehearsed(RunningJvm running) {
    assertThat(running.ask("rehearsed")).isEqualTo("no thread mulligan-rehearsal");
  }

  private static void worksForTheApplication(RunningJvm running) {
    for (String use : OF_THE_APPLICATION) {
      assertThat(running.ask(use)).as(running::report).isEqualTo("works");
    }
  }

  /** The notifications that the log calls accepted have arrived, each once. */
  private static int allAcceptedArrive(RunningJvm running, NotificationReceiver receiver)
      throws InterruptedException {
    List<ReceivedRequest> received = new ArrayList<>();
    long since = System.nanoTime();
    long until = since + LONGEST.toNanos();
    while (System.nanoTime() < until && System.nanoTime() - since < SETTLED.toNanos()) {
      Thread.sleep(20);
      List<ReceivedRequest> more = receiver.rest();
      received.addAll(more);
      if (!more.isEmpty() || received.size() != accepted(running)) {
        since = System.nanoTime();
      }
    }
    assertThat(received).as(running::report).hasSize((int) accepted(running));
    return received.size();
  }

  private static long accepted(RunningJvm running) {
    return running.err().stream().filter(line -> line.contains("sending notification")).count();
  }

  @OnEachJdk
  void withoutAFileAtTheFirstFailureNothingIsBrokenOrLost(Jdk jdk) throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running = ready(app(jdk).rules(rules(receiver, "")).startedBy(FEW_FILES))) {
      assertThat(running.ask("hold files")).contains("Too many open files");
      assertThat(running.ask("fail first 20")).isEqualTo("failed 20");
      assertThat(running.ask("release")).isEqualTo("released");

      worksForTheApplication(running);
      assertThat(running.ask("fail later 5")).isEqualTo("failed 5");
      assertThat(allAcceptedArrive(running, receiver)).isEqualTo(25);
    }
  }

  /** Otherwise the recovery would use the notifier first, and the incident would stay open. */
  @OnEachJdk
  void aRecoveryWithoutAFileFollowsItsFailure(Jdk jdk) throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running = ready(app(jdk).rules(rules(receiver, "")).startedBy(FEW_FILES))) {
      running.ask("hold files");
      assertThat(running.ask("fail first 1")).isEqualTo("failed 1");
      assertThat(running.ask("succeed then")).isEqualTo("then");
      running.ask("release");

      worksForTheApplication(running);
      assertThat(receiver.next().body()).contains("java.io.IOException: first");
      assertThat(receiver.next().body()).contains("works again");
    }
  }

  @OnEachJdk
  void aProcessThatEndsWithoutAFileSaysWhatIsLost(Jdk jdk) throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running = ready(app(jdk).rules(rules(receiver, "")).startedBy(FEW_FILES))) {
      running.ask("hold files");
      assertThat(running.ask("fail first 3")).isEqualTo("failed 3");

      running.end().assertStatus().isZero();

      running
          .assertErr()
          .anyMatch(
              line ->
                  line.endsWith(
                      "Notifications lost, because files or memory were exhausted at the first"
                          + " failures: 3"));
    }
  }

  @OnEachJdk
  void withoutAFileAfterTheRehearsalTheOutboxStillStores(Jdk jdk) throws Exception {
    Path outbox = folder.resolve("outbox-" + jdk);
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running =
            ready(app(jdk).rules(rules(receiver, OUTBOX.formatted(outbox))).startedBy(FEW_FILES))) {
      rehearsed(running);
      running.ask("hold files");
      assertThat(running.ask("fail first-token 20")).isEqualTo("failed 20");
      assertThat(stored(outbox)).contains("first-token");
      running.ask("release");

      worksForTheApplication(running);
      assertThat(allAcceptedArrive(running, receiver)).isEqualTo(20);
      running.assertErr().noneMatch(line -> line.contains("memory only"));
    }
  }

  /** The first handshake with a server comes when the files are back. */
  @OnEachJdk
  void withoutAFileAfterTheRehearsalTheFirstHandshakeStillWorks(Jdk jdk) throws Exception {
    TestAuthority authority = new TestAuthority(folder, "127.0.0.1");
    try (NotificationReceiver receiver = NotificationReceiver.on(authority.server());
        RunningJvm running =
            ready(
                app(jdk)
                    .rules(rules(receiver, authority, folder.resolve("tls-" + jdk)))
                    .startedBy(FEW_FILES))) {
      rehearsed(running);
      running.ask("hold files");
      assertThat(running.ask("fail first-token 20")).isEqualTo("failed 20");
      running.ask("release");

      worksForTheApplication(running);
      assertThat(allAcceptedArrive(running, receiver)).isEqualTo(20);
      running.assertErr().noneMatch(line -> line.contains("memory only"));
    }
  }

  private Path rules(NotificationReceiver receiver, TestAuthority authority, Path outbox)
      throws IOException {
    Path file =
        rules(
            receiver,
            OUTBOX.formatted(outbox)
                + "  http: {trust: \"%s\"}\n".formatted(authority.certificate()));
    return Files.writeString(file, Files.readString(file).replace("json://", "jsons://"));
  }

  private static String stored(Path outbox) throws IOException {
    StringBuilder content = new StringBuilder();
    try (Stream<Path> files = Files.list(outbox)) {
      for (Path file : files.toList()) {
        content.append(Files.readString(file, ISO_8859_1));
      }
    }
    return content.toString();
  }

  @OnEachJdk
  void whateverIsFreeOfTheHeapAtTheFirstFailureLaterOnesAreSent(Jdk jdk) throws Exception {
    for (int free : FREE_BYTES) {
      try (NotificationReceiver receiver = NotificationReceiver.start();
          RunningJvm running =
              ready(app(jdk).rules(rules(receiver, "")).options("-Xmx32m", "-XX:+UseSerialGC"))) {
        running.say("holdHeapAndFail " + free + " first 20");
        running.awaitOut("failed ");

        worksForTheApplication(running);
        assertThat(running.ask("fail later 3")).isEqualTo("failed 3");
        assertThat(allAcceptedArrive(running, receiver))
            .as("%s bytes free", free)
            .isGreaterThanOrEqualTo(3);
      }
    }
  }

  @OnEachJdk
  void withAFullMetaspaceTheFirstFailureIsSentAtOnce(Jdk jdk) throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running =
            ready(
                app(jdk)
                    .rules(rules(receiver, ""))
                    .options("-Xmx128m", "-XX:MaxMetaspaceSize=80m"))) {
      rehearsed(running);
      assertThat(running.ask("hold classes")).isEqualTo("held classes");
      assertThat(running.ask("fail first 5")).isEqualTo("failed 5");

      assertThat(allAcceptedArrive(running, receiver)).isEqualTo(5);
      running.ask("release");
      worksForTheApplication(running);
    }
  }

  /** Not even the engine's classes can be loaded then. */
  @OnEachJdk
  void withAFullMetaspaceBeforeTheRehearsalNothingIsBrokenAndTheLossIsCounted(Jdk jdk)
      throws Exception {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running =
            ready(
                app(jdk)
                    .rules(rules(receiver, ""))
                    .options("-Xmx128m", "-XX:MaxMetaspaceSize=80m"))) {
      assertThat(running.ask("hold classes")).isEqualTo("held classes");
      assertThat(running.ask("fail first 5")).isEqualTo("failed 5");
      running.ask("release");

      worksForTheApplication(running);
      assertThat(running.ask("fail later 2")).isEqualTo("failed 2");
      assertThat(allAcceptedArrive(running, receiver)).isEqualTo(2);
      running.assertErr().anyMatch(line -> line.contains("because memory was exhausted: 5;"));
    }
  }

  @OnEachJdk
  void withoutAThreadAtTheFirstFailureNothingAcceptedIsLost(Jdk jdk) throws Exception {
    OtherUser.assumePossible();
    for (boolean afterRehearsal : new boolean[] {false, true}) {
      try (NotificationReceiver receiver = NotificationReceiver.start();
          RunningJvm running = ready(ofAnotherUser(jdk, receiver))) {
        if (afterRehearsal) {
          rehearsed(running);
        }
        assertThat(running.ask("hold threads")).contains("unable to create native thread");
        assertThat(running.ask("fail first 5")).isEqualTo("failed 5");
        assertThat(running.ask("release")).isEqualTo("released");

        assertThat(running.ask("fail later 1")).isEqualTo("failed 1");
        worksForTheApplication(running);
        assertThat(allAcceptedArrive(running, receiver)).isEqualTo(6);
      }
    }
  }

  /** Root may start threads without a limit. */
  private ChildJvm ofAnotherUser(Jdk jdk, NotificationReceiver receiver) throws IOException {
    Path shared = OtherUser.sharedFolder();
    Path jar = Files.copy(AgentJar.path(), shared.resolve("mulligan-agent.jar"));
    Path app = Files.copy(App.named("exhausted").jar(), shared.resolve("exhausted.jar"));
    Path rules =
        Files.writeString(shared.resolve("rules.yaml"), RULES.formatted(receiver.address()));
    List<String> words = new ArrayList<>(List.of(OtherUser.launcher()));
    words.addAll(List.of("/usr/bin/prlimit", "--nproc=60:60"));
    return ChildJvm.of(jdk, new App("exhausted", app, List.of()).main("exhausted.Main"))
        .jar(jar)
        .rules(rules)
        .options("-XX:+UseSerialGC", "-Xlog:os+thread=off")
        .in(shared)
        .startedBy(words.toArray(String[]::new));
  }

  @OnEachJdk
  void aRemovedJarStillWorks(Jdk jdk) throws Exception {
    Path jar = Files.copy(AgentJar.path(), folder.resolve("removed-" + jdk + ".jar"));
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running = ready(app(jdk).jar(jar).rules(rules(receiver, "")))) {
      Files.delete(jar);
      assertThat(running.ask("fail first 5")).isEqualTo("failed 5");

      assertThat(allAcceptedArrive(running, receiver)).isEqualTo(5);
    }
  }

  @OnEachJdk
  void anOverwrittenJarNeitherDisturbsTheApplicationNorStopsNotifications(Jdk jdk)
      throws Exception {
    Path newer = NewerJar.in(Files.createTempDirectory(folder, "newer"));
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Path early = Files.copy(AgentJar.path(), folder.resolve("early-" + jdk + ".jar"));
      Path late = Files.copy(AgentJar.path(), folder.resolve("late-" + jdk + ".jar"));
      Path rules = rules(receiver, "");
      try (RunningJvm before = ready(app(jdk).jar(early).rules(rules));
          RunningJvm after = ready(app(jdk).jar(late).rules(rules))) {
        overwrite(early, newer);
        assertThat(before.ask("fail first 5")).isEqualTo("failed 5");
        worksForTheApplication(before);
        int sent = allAcceptedArrive(before, receiver);

        rehearsed(after);
        overwrite(late, newer);
        assertThat(after.ask("fail first 5")).isEqualTo("failed 5");
        assertThat(allAcceptedArrive(after, receiver)).isEqualTo(5);

        for (RunningJvm running : List.of(before, after)) {
          AgentCli cli = new AgentCli(jdk, running == before ? early : late);
          cli.run("attach", String.valueOf(running.pid()), rules.toString())
              .assertStatus()
              .isZero();
          assertThat(running.ask("fail later 2")).isEqualTo("failed 2");
          assertThat(receiver.next().body()).contains("later");
          assertThat(receiver.next().body()).contains("later");
          running.end().assertStatus().isZero();
        }
        assertThat(sent).isNotNegative();
      }
    }
  }

  /** In place, as {@code cp} does: the process that has opened the file sees other bytes. */
  private static void overwrite(Path jar, Path by) throws IOException {
    Files.write(jar, Files.readAllBytes(by));
  }
}
