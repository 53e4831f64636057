package dev.mulligan.it;

import static dev.mulligan.it.Service.orders;
import static dev.mulligan.it.Service.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.AgentJar;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.OtherUser;
import dev.mulligan.it.harness.Program;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other users of the machine can write in the shared temporary folder. Whatever they put there, the
 * command line ends in time, does not read it, and deletes nothing through it.
 */
class HostileUsersTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final List<Path> planted = new ArrayList<>();

  /** A folder as another user could make it. */
  private Path planted(String name) throws IOException {
    Path made = Files.createTempDirectory(Path.of("/tmp"), "hsperfdata_" + name);
    planted.add(made);
    return made;
  }

  @AfterEach
  void removePlantedFolders() throws IOException {
    for (Path made : planted) {
      try (Stream<Path> files = Files.list(made)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(made);
    }
  }

  /** Every command that looks at processes, with a short time-out. */
  private static void everyCommandEnds(Jdk jdk, RunningJvm service, Path rules) {
    String pid = String.valueOf(service.pid());
    List<List<String>> commands =
        List.of(
            List.of("ps"),
            List.of("status", pid, "--timeout", "10"),
            List.of("status", "service.Main", "--timeout", "10"),
            List.of("reload", pid, rules.toString(), "--timeout", "10"),
            List.of("top", pid, "--timeout", "10"),
            List.of("channels", pid, "--timeout", "10"),
            List.of("attach", pid, rules.toString(), "--timeout", "10"),
            List.of("detach", pid, "--timeout", "10"),
            List.of("attach", "service.Main", rules.toString(), "--timeout", "10"));
    for (List<String> command : commands) {
      ended(AgentCli.on(jdk).command(command.toArray(String[]::new)))
          .assertErr()
          .noneMatch(line -> line.contains("\tat ") || line.contains("OutOfMemory"));
    }
  }

  private static Finished ended(ChildJvm command) {
    try (RunningJvm running = command.start()) {
      return running.awaitEnd(LONGEST);
    }
  }

  @OnEachJdk
  void aPipeALinkAndAHugeFileInThePlaceOfPublishedDataAreNotRead(Jdk jdk) throws Exception {
    try (RunningJvm service = used(Service.on(jdk).rules(orders(folder)))) {
      String pid = String.valueOf(service.pid());
      Path pipe = planted("pipe").resolve(pid);
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
      Files.createSymbolicLink(planted("link").resolve(pid), Path.of("/dev/zero"));
      Path huge = planted("huge").resolve(pid);
      try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
        sparse.setLength(20L << 30);
      }

      everyCommandEnds(jdk, service, orders(folder));
    }
  }

  /** The JVM's own socket for attaching is looked for by its name in the temporary folder. */
  @OnEachJdk
  void aPipeInThePlaceOfTheSocketForAttachingHoldsNobodyUp(Jdk jdk) throws Exception {
    try (RunningJvm service = used(Service.on(jdk).rules(orders(folder)))) {
      Path socket = Path.of("/tmp/.java_pid" + service.pid());
      assertThat(new ProcessBuilder("mkfifo", socket.toString()).start().waitFor()).isZero();
      try {
        everyCommandEnds(jdk, service, orders(folder));
      } finally {
        Files.delete(socket);
      }
    }
  }

  /** The planted file says that the process is another program, on a Java that is too old. */
  @OnEachJdk
  void publishedDataOfAnotherUserSayNothingAboutAProcess(Jdk jdk) throws Exception {
    OtherUser.assumePossible();
    try (RunningJvm service = used(Service.on(jdk).rules(orders(folder)))) {
      Path file = planted("other").resolve(String.valueOf(service.pid()));
      Path genuine = Path.of("/tmp/hsperfdata_root/" + service.pid());
      byte[] data = Files.readAllBytes(genuine);
      Files.write(
          file,
          new String(data, StandardCharsets.ISO_8859_1)
              .replace("service.Main", "harmles.Main")
              .getBytes(StandardCharsets.ISO_8859_1));
      chown(file);

      Finished listed = AgentCli.on(jdk).run("ps");

      listed
          .assertOut()
          .anyMatch(line -> line.contains(" service.Main"))
          .noneMatch(line -> line.contains("harmles.Main"));
    }
  }

  private static void chown(Path file) throws Exception {
    assertThat(new ProcessBuilder("chown", "65534:65534", file.toString()).start().waitFor())
        .isZero();
  }

  @OnEachJdk
  void psAttachesToNoProcess(Jdk jdk) {
    try (RunningJvm without = used(Service.on(jdk));
        RunningJvm with = used(Service.on(jdk).rules(orders(folder)))) {
      Finished listed = AgentCli.on(jdk).run("ps");

      listed
          .assertOut()
          .anyMatch(line -> line.matches(" *" + without.pid() + " .*  -  +-  service.Main"))
          .anyMatch(line -> line.matches(" *" + with.pid() + " .*  0\\S+  +1  service.Main"));
      assertThat(threads(without)).doesNotContain("Attach Listener").contains("Signal Dispatch");
      assertThat(threads(with)).doesNotContain("Attach Listener");
    }
  }

  @OnEachJdk
  void psFollowsAttachDetachAndAttach(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      String pid = String.valueOf(service.pid());
      for (int i = 0; i < 2; i++) {
        AgentCli.on(jdk).run("attach", pid, orders(folder).toString()).assertStatus().isZero();
        AgentCli.on(jdk).run("ps").assertOut().anyMatch(line -> line.matches(entry(pid, "1")));
        AgentCli.on(jdk).run("detach", pid).assertStatus().isZero();
        AgentCli.on(jdk).run("ps").assertOut().anyMatch(line -> line.matches(entry(pid, "-")));
      }
    }
  }

  private static String entry(String pid, String methods) {
    return " *" + pid + " .* " + methods + "  service.Main";
  }

  private static List<String> threads(RunningJvm jvm) {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + jvm.pid() + "/task"))) {
      return tasks.map(HostileUsersTest::name).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path task) {
    try {
      return Files.readString(task.resolve("comm")).strip();
    } catch (IOException ended) {
      return "";
    }
  }

  @OnEachJdk
  void aJarsNameCannotCommandTheTerminal(Jdk jdk) throws IOException {
    Path jar = folder.resolve("\u001B]0;owned\u0007\u009B31m\u202E.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "service.Main");
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, App.named("service").jar().toUri().toString());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    try (RunningJvm service =
        ChildJvm.of(jdk, new Program(List.of("-jar", jar.toString())))
            .environment("LC_ALL", "C.UTF-8")
            .start()) {
      service.awaitOut("ready");
      for (String format : List.of("", "--json")) {
        Finished listed =
            format.isEmpty() ? AgentCli.on(jdk).run("ps") : AgentCli.on(jdk).run("ps", format);
        listed
            .assertOut()
            .anyMatch(line -> line.contains("]0;owned"))
            .noneMatch(line -> line.matches(".*[\u001B\u0007\u009B\u202E].*"));
      }
    }
  }

  @OnEachJdk
  void aTargetThatSwapsTheDirectoryForALinkHasNothingDeleted(Jdk jdk) throws Exception {
    OtherUser.assumePossible();
    Path victim = Files.createDirectory(folder.resolve("victim"));
    Path request = Files.writeString(victim.resolve("request.properties"), "of root");
    Path reply = Files.writeString(victim.resolve("reply.json"), "of root");
    try (RunningJvm attacker = attacker(jdk, "link", victim.toString())) {
      Finished attached =
          ended(
              readableCli(jdk)
                  .command(
                      "attach",
                      String.valueOf(attacker.pid()),
                      orders(folder).toString(),
                      "--timeout",
                      "10"));

      attacker.awaitOut("attacked");
      attached.assertStatus().isEqualTo(1);
      assertThat(request).hasContent("of root");
      assertThat(reply).hasContent("of root");
    } finally {
      removeLeftovers();
    }
  }

  @OnEachJdk
  void aTargetThatPutsAPipeInThePlaceOfItsReplyHoldsNobodyUp(Jdk jdk) throws Exception {
    OtherUser.assumePossible();
    try (RunningJvm attacker = attacker(jdk, "pipe")) {
      Finished attached =
          ended(
              readableCli(jdk)
                  .command(
                      "attach",
                      String.valueOf(attacker.pid()),
                      orders(folder).toString(),
                      "--timeout",
                      "5"));

      attacker.awaitOut("attacked");
      attached.assertErr().noneMatch(line -> line.contains("\tat "));
    } finally {
      removeLeftovers();
    }
  }

  /** With a jar that the other user can read, wherever the build is. */
  private static AgentCli readableCli(Jdk jdk) throws IOException {
    Path jar = OtherUser.sharedFolder().resolve("mulligan-agent.jar");
    return new AgentCli(jdk, Files.copy(AgentJar.path(), jar));
  }

  /** A process of another user, with its class path where that user can read it. */
  private static RunningJvm attacker(Jdk jdk, String... arguments) throws IOException {
    Path shared = OtherUser.sharedFolder();
    App app = App.named("hostile");
    Path copy = Files.copy(app.jar(), shared.resolve("hostile.jar"));
    RunningJvm attacker =
        ChildJvm.of(jdk, new App("hostile", copy, List.of()).main("hostile.Main"))
            .arguments(arguments)
            .in(shared)
            .startedBy(OtherUser.launcher())
            .start();
    attacker.awaitOut("ready");
    return attacker;
  }

  private static void removeLeftovers() throws IOException {
    try (Stream<Path> left = Files.list(Path.of("/tmp"))) {
      for (Path path : left.toList()) {
        String name = path.getFileName().toString();
        if (name.startsWith("attacked-")) {
          Files.deleteIfExists(path.resolve("request.properties"));
          Files.deleteIfExists(path);
        } else if (name.startsWith("mulligan-") && Files.isSymbolicLink(path)) {
          Files.delete(path);
        }
      }
    }
  }
}
