package dev.mulligan.it;

import static dev.mulligan.it.Service.FAILED;
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
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Every failure of attach names the remedy and leaves the process unharmed. */
class AttachRefusalTest {

  @TempDir Path folder;

  @OnEachJdk
  void aBrokenRuleFileChangesNothing(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk).rules(orders(folder)))) {
      Path broken = RuleFile.in(folder, "version: 1\nrules:\n  - nam: orders\n");
      Finished attached = attach(jdk, service, broken);
      attached.assertStatus().isEqualTo(2);
      attached
          .assertErr()
          .anyMatch(line -> line.contains("rules.yaml:3:5"))
          .anyMatch(line -> line.contains("did you mean") && line.contains("name"));
      assertThat(service.ask("order")).isEqualTo("attempt 3");
    }
  }

  @OnEachJdk
  void aMissingRuleFileChangesNothing(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      Finished attached = attach(jdk, service, folder.resolve("nowhere.yaml"));
      attached.assertStatus().isEqualTo(2);
      attached.assertErr().anyMatch(line -> line.contains("nowhere.yaml"));
      assertThat(service.ask("order")).isEqualTo(FAILED);
    }
  }

  @OnEachJdk
  void strictChangesNothingWhenARuleMatchesNoLoadedMethod(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      Path rules = Service.rule(folder, "wrong", "service.Orders.plaze(String)", 3, "20ms");
      Finished attached =
          AgentCli.on(jdk)
              .run("attach", String.valueOf(service.pid()), rules.toString(), "--strict");
      attached.assertStatus().isNotZero();
      attached.assertErr().anyMatch(line -> line.contains("wrong"));
      assertThat(service.ask("order")).isEqualTo(FAILED);
    }
  }

  @OnEachJdk
  void noProcessHasThePid(Jdk jdk) throws InterruptedException, IOException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    fails(attach(jdk, ended.pid()), "There is no process " + ended.pid());
  }

  @OnEachJdk
  void theProcessIsNotJava(Jdk jdk) throws IOException {
    Process sleep = new ProcessBuilder("sleep", "60").start();
    try {
      fails(attach(jdk, sleep.pid()), "is not a Java process");
      assertThat(sleep.isAlive()).isTrue();
    } finally {
      sleep.destroyForcibly();
    }
  }

  @OnEachJdk
  void theJvmLetsNobodyIn(Jdk jdk) {
    refused(jdk, Service.on(jdk).options("-XX:+DisableAttachMechanism"), "DisableAttachMechanism");
  }

  @OnEachJdk
  void theJvmTakesNoAgentWhileItRuns(Jdk jdk) {
    refused(
        jdk,
        Service.on(jdk).options("-XX:-EnableDynamicAgentLoading"),
        "-XX:+EnableDynamicAgentLoading");
  }

  @OnEachJdk
  void theProcessBelongsToAnotherUser(Jdk jdk) throws IOException {
    OtherUser.assumePossible();
    Path shared = OtherUser.sharedFolder();
    Path jar = Files.copy(AgentJar.path(), shared.resolve("mulligan-agent.jar"));
    Files.copy(orders(folder), shared.resolve("rules.yaml"));
    try (RunningJvm service = used(Service.on(jdk))) {
      Finished attached =
          new AgentCli(jdk, jar)
              .command("attach", String.valueOf(service.pid()), "rules.yaml")
              .in(shared)
              .startedBy(OtherUser.launcher())
              .run();
      fails(attached, "belongs to user root");
      attached.assertErr().anyMatch(line -> line.contains("sudo -u root"));
      assertThat(service.ask("order")).isEqualTo(FAILED);
    }
  }

  @OnEachJdk
  void theProcessBelongsToAUserWithoutAName(Jdk jdk) throws IOException {
    OtherUser.assumePossible();
    Path shared = OtherUser.sharedFolder();
    Path jar = Files.copy(AgentJar.path(), shared.resolve("mulligan-agent.jar"));
    Files.copy(orders(folder), shared.resolve("rules.yaml"));
    Path app = Files.copy(App.named("service").jar(), shared.resolve("service.jar"));
    ChildJvm nameless =
        ChildJvm.of(jdk, Program.main("service.Main", List.of(app)))
            .in(shared)
            .startedBy(OtherUser.withoutName());
    try (RunningJvm service = used(nameless)) {
      Finished attached =
          new AgentCli(jdk, jar)
              .command("attach", String.valueOf(service.pid()), "rules.yaml")
              .in(shared)
              .startedBy(OtherUser.launcher())
              .run();
      fails(attached, "belongs to user " + OtherUser.NUMBER + ", and you are nobody");
      attached.assertErr().anyMatch(line -> line.contains("sudo -u '#" + OtherUser.NUMBER + "'"));
      new AgentCli(jdk, jar)
          .run("ps")
          .assertOut()
          .anyMatch(line -> line.contains(service.pid() + "  " + OtherUser.NUMBER));
      new AgentCli(jdk, jar)
          .command("attach", String.valueOf(service.pid()), "rules.yaml")
          .in(shared)
          .startedBy(OtherUser.withoutName())
          .run()
          .assertStatus()
          .isZero();
    }
  }

  @OnEachJdk
  void rootAttachesToAProcessOfAnotherUser(Jdk jdk) throws IOException {
    OtherUser.assumePossible();
    Path shared = OtherUser.sharedFolder();
    Path jar = Files.copy(AgentJar.path(), shared.resolve("mulligan-agent.jar"));
    Path rules = Files.copy(orders(folder), shared.resolve("rules.yaml"));
    try (RunningJvm service = used(ofAnotherUser(jdk, shared))) {
      new AgentCli(jdk, jar)
          .run("attach", String.valueOf(service.pid()), rules.toString())
          .assertStatus()
          .isZero();
      assertThat(service.ask("order")).isEqualTo("attempt 3");
    }
  }

  @OnEachJdk
  void theProcessCannotReadTheJar(Jdk jdk) throws IOException {
    OtherUser.assumePossible();
    Path shared = OtherUser.sharedFolder();
    Path rules = Files.copy(orders(folder), shared.resolve("rules.yaml"));
    Path jar = Files.copy(AgentJar.path(), folder.resolve("mulligan-agent.jar"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    try (RunningJvm service = used(ofAnotherUser(jdk, shared))) {
      Finished attached =
          new AgentCli(jdk, jar).run("attach", String.valueOf(service.pid()), rules.toString());
      fails(attached, "cannot read " + jar);
      assertThat(service.ask("order")).isEqualTo(FAILED);
    }
  }

  /** With its class path where that user can read it. */
  private static ChildJvm ofAnotherUser(Jdk jdk, Path shared) throws IOException {
    App app = App.named("service");
    Path copy = Files.copy(app.jar(), shared.resolve("service.jar"));
    return ChildJvm.of(jdk, new App("service", copy, app.libraries()).main("service.Main"))
        .in(shared)
        .startedBy(OtherUser.launcher());
  }

  private void refused(Jdk jdk, ChildJvm target, String reason) {
    try (RunningJvm service = used(target)) {
      fails(attach(jdk, service, orders(folder)), reason);
      assertThat(service.ask("order")).isEqualTo(FAILED);
      service.assertErr().noneMatch(line -> line.contains("Exception"));
    }
  }

  private static void fails(Finished attached, String reason) {
    attached.assertStatus().isEqualTo(1);
    attached.assertOut().isEmpty();
    attached
        .assertErr()
        .anyMatch(line -> line.contains(reason))
        .noneMatch(line -> line.contains("\tat "));
  }

  private Finished attach(Jdk jdk, long pid) {
    return AgentCli.on(jdk).run("attach", String.valueOf(pid), orders(folder).toString());
  }

  private static Finished attach(Jdk jdk, RunningJvm service, Path rules) {
    return AgentCli.on(jdk).run("attach", String.valueOf(service.pid()), rules.toString());
  }
}
