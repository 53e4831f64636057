package dev.mulligan.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mulligan.attach.process.JavaProcess;
import dev.mulligan.attach.process.Proc;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.attach.talk.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObstaclesTest {

  private static final String OWNER = ProcessHandle.current().info().user().orElse("somebody");
  private static final String HANDLES_QUIT = "0000000181005ccf";
  private static final String IGNORES_NOTHING = "0000000000000000";

  /** This process's parent: alive, and of the same user. */
  private static final ProcessHandle TARGET = ProcessHandle.current().parent().orElseThrow();

  @TempDir Path folder;
  private Path proc = Path.of("");
  private Path jar = Path.of("");

  @BeforeEach
  void aRunningJvm() throws IOException {
    proc = Files.createDirectories(folder.resolve("proc"));
    jar = Files.createFile(folder.resolve("mulligan-agent.jar"));
    status("S (sleeping)", HANDLES_QUIT, "" + TARGET.pid());
    namespace("self", "mnt:[1]");
    namespace("" + TARGET.pid(), "mnt:[1]");
  }

  @Test
  void noneStandsBeforeAnOrdinaryJvm() {
    assertThatCode(() -> check(OWNER, Optional.of(jvm("17.0.1", "", true))))
        .doesNotThrowAnyException();
  }

  @Test
  void aProcessThatIsNotThereIsToldWithTheWayToFindTheRightOne() {
    AttachFailure failure =
        catchThrowableOfType(
            AttachFailure.class, () -> obstacles(OWNER).check(Optional.empty(), Optional.empty()));

    assertThat(failure.inFull()).contains("There is no process").contains(" ps");
  }

  @Test
  void anotherUsersProcessIsToldWithTheCommandToRunAsThatUser() {
    AttachFailure failure = refused("mike", Optional.of(jvm("17.0.1", "", true)));

    assertThat(failure.inFull())
        .contains("belongs to user " + OWNER + ", and you are mike")
        .contains("sudo -u " + OWNER + " java -jar " + jar + " attach " + TARGET.pid());
  }

  @Test
  void rootMayAskEveryUsersProcess() {
    assertThatCode(() -> check("root", Optional.of(jvm("17.0.1", "", true))))
        .doesNotThrowAnyException();
  }

  @Test
  void aProcessWithoutJvmIsNeverSentTheSignalThatWouldEndIt() {
    assertThat(refused(OWNER, Optional.empty()).inFull()).contains("is not a Java process");
  }

  @Test
  void aJvmThatHasNoHandlerYetIsNeverSentTheSignalThatWouldEndIt() throws IOException {
    status("S (sleeping)", IGNORES_NOTHING, "" + TARGET.pid());

    assertThat(refused(OWNER, Optional.of(jvm("17.0.1", "", true))).inFull())
        .contains("is starting or shutting down")
        .contains("Try again");
  }

  @Test
  void aStoppedProcessIsToldWithTheSignalThatLetsItGoOn() throws IOException {
    status("T (stopped)", HANDLES_QUIT, "" + TARGET.pid());

    assertThat(refused(OWNER, Optional.of(jvm("17.0.1", "", true))).inFull())
        .contains("is stopped")
        .contains("kill -CONT " + TARGET.pid());
  }

  @Test
  void aZombieIsNoProcess() throws IOException {
    status("Z (zombie)", HANDLES_QUIT, "" + TARGET.pid());

    assertThat(refused(OWNER, Optional.of(jvm("17.0.1", "", true))).inFull())
        .contains("There is no process");
  }

  @Test
  void aJvmBefore17IsToldWithItsVersion() {
    assertThat(refused(OWNER, Optional.of(jvm("11.0.2", "", true))).inFull())
        .contains("runs on Java 11.0.2")
        .contains("needs Java 17 or newer");
  }

  @Test
  void attachDisabledIsToldWithTheOptionAndTheOtherWayIn() {
    assertThat(refused(OWNER, Optional.of(jvm("17.0.1", "", false))).inFull())
        .contains("-XX:+DisableAttachMechanism")
        .contains("-javaagent:" + jar + "=/etc/rules.yaml");
  }

  @Test
  void dynamicLoadingDisabledIsToldWithTheExactOption() {
    JavaProcess closed = jvm("25", "-XX:-EnableDynamicAgentLoading", true);

    assertThat(refused(OWNER, Optional.of(closed)).inFull())
        .contains("-XX:-EnableDynamicAgentLoading")
        .contains("with -XX:+EnableDynamicAgentLoading");
  }

  @Test
  void aContainerIsToldWithTheCommandsThatWorkInside() throws IOException {
    namespace("" + TARGET.pid(), "mnt:[2]");
    status("S (sleeping)", HANDLES_QUIT, TARGET.pid() + "\t7");

    assertThat(refused(OWNER, Optional.of(jvm("17.0.1", "", true))).inFull())
        .contains("It runs in a container, as process 7")
        .contains("docker cp /etc/rules.yaml CONTAINER:/tmp/")
        .contains("java -jar /tmp/mulligan-agent.jar attach 7 /tmp/rules.yaml");
  }

  @Test
  void filesOfItsOwnAreNoObstacleWhenJarAndRulesAreThereToo() throws IOException {
    namespace("" + TARGET.pid(), "mnt:[2]");
    Path root = proc.resolve("" + TARGET.pid()).resolve("root");
    Path inside = root.resolve(Path.of("/").relativize(jar));
    Files.createDirectories(inside.getParent());
    Files.createFile(inside);
    Files.createFile(Files.createDirectories(root.resolve("etc")).resolve("rules.yaml"));

    assertThatCode(() -> check(OWNER, Optional.of(jvm("17.0.1", "", true))))
        .doesNotThrowAnyException();
  }

  @Test
  void privateMountsWithoutAContainerAreToldWithASharedPlace() throws IOException {
    namespace("" + TARGET.pid(), "mnt:[2]");

    assertThat(refused(OWNER, Optional.of(jvm("17.0.1", "", true))).inFull())
        .contains("has its own file systems")
        .contains("such as /opt")
        .doesNotContain("docker");
  }

  private AttachFailure refused(String user, Optional<JavaProcess> process) {
    return catchThrowableOfType(AttachFailure.class, () -> check(user, process));
  }

  private void check(String user, Optional<JavaProcess> process) throws AttachFailure {
    obstacles(user).check(Optional.of(TARGET), process);
  }

  private Obstacles obstacles(String user) {
    return new Obstacles(
        new CommandOrigin(jar, "1.0", user, "java"),
        ProcessRequest.attach(TARGET.pid(), Path.of("/etc/rules.yaml"), Strictness.LENIENT),
        Proc.in(proc, TARGET.pid()));
  }

  private static JavaProcess jvm(String version, String options, boolean attachable) {
    return new JavaProcess(
        TARGET.pid(), OWNER, "com.acme.App", version, options, attachable, Optional.empty());
  }

  private void status(String state, String caught, String pids) throws IOException {
    Files.writeString(
        Files.createDirectories(proc.resolve("" + TARGET.pid())).resolve("status"),
        "Name:\tjava\nState:\t" + state + "\nNSpid:\t" + pids + "\nSigCgt:\t" + caught + "\n");
  }

  private void namespace(String process, String name) throws IOException {
    Path link = Files.createDirectories(proc.resolve(process).resolve("ns")).resolve("mnt");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(name));
  }
}
