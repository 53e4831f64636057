package dev.mulligan.it;

import static dev.mulligan.it.Service.FAILED;
import static dev.mulligan.it.Service.orders;
import static dev.mulligan.it.Service.refunds;
import static dev.mulligan.it.Service.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.JvmCommand;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/** Attaches the agent to a running process, changes its rules, and detaches it. */
class AttachTest {

  /** The class loader of the agent's runtime. */
  private static final String RUNTIME = "dev.mulligan.agent.MulliganAgent";

  @TempDir Path folder;

  @OnEachJdk
  void attachWeavesClassesThatAreAlreadyLoadedAndSaysSo(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      assertThat(service.ask("order")).isEqualTo(FAILED);
      Finished attached = run(jdk, "attach", service, orders(folder));
      attached.assertStatus().isZero();
      attached
          .assertOut()
          .anyMatch(line -> line.contains("1 method woven"))
          .anyMatch(line -> line.contains("service.Orders.place"));
      assertThat(service.ask("order")).isEqualTo("attempt 3");
    }
  }

  @OnEachJdk
  void attachThatMatchesNothingSaysSo(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      Path rules = Service.rule(folder, "wrong", "service.Orders.plaze(String)", 3, "20ms");
      run(jdk, "attach", service, rules).assertStatus().isEqualTo(3);
      assertThat(service.ask("order")).isEqualTo(FAILED);
    }
  }

  @OnEachJdk
  void statusTellsWhatHappened(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      run(jdk, "attach", service, orders(folder));
      service.ask("order");
      service.ask("order");
      Finished status = run(jdk, "status", service);
      status.assertStatus().isZero();
      status
          .assertOut()
          .anyMatch(line -> line.contains("orders"))
          .anyMatch(line -> line.matches(".*service\\.Orders\\.place.* 6 +4 +2\\b.*"));
    }
  }

  @OnEachJdk
  void detachLeavesTheOriginalBytecodeAndNoRuntime(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      String original = service.ask("index");
      run(jdk, "attach", service, orders(folder));
      service.ask("order");
      assertThat(service.ask("index")).isNotEqualTo(original);
      assertThat(new JvmCommand(jdk, service).instances(RUNTIME)).isEqualTo(1);
      run(jdk, "detach", service).assertStatus().isZero();
      assertThat(service.ask("order")).isEqualTo(FAILED);
      assertThat(service.ask("index")).isEqualTo(original);
      assertThat(new JvmCommand(jdk, service).instances(RUNTIME)).isZero();
      assertThat(new JvmCommand(jdk, service).threads())
          .noneMatch(name -> name.startsWith("mulligan"));
    }
  }

  /** The option: later JDKs keep the types of the last linked record softly. */
  @OnEachJdk
  void detachLeavesNoRuntimeThoughItHasSentNotifications(Jdk jdk) throws IOException {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = used(withoutSoftReferences(jdk))) {
      run(jdk, "attach", service, notifying(receiver));
      service.ask("order");
      receiver.next();

      run(jdk, "detach", service).assertStatus().isZero();

      assertRuntimes(jdk, service, 0);
    }
  }

  private static void assertRuntimes(Jdk jdk, RunningJvm service, long expected) {
    JvmCommand jvm = new JvmCommand(jdk, service);
    long left = jvm.instances(RUNTIME);
    // A collection clears the soft references that the one before has found unused.
    for (int collection = 0; left > expected && collection < 5; collection++) {
      left = jvm.instances(RUNTIME);
    }
    assertThat(left).isEqualTo(expected);
  }

  private static ChildJvm withoutSoftReferences(Jdk jdk) {
    return Service.on(jdk).options("-XX:SoftRefLRUPolicyMSPerMB=0");
  }

  private Path notifying(NotificationReceiver receiver) throws IOException {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - {name: orders, match: "%s", strategy: {max-attempts: 2}}
        notifications:
          channels: [{url: "json://%s/hook"}]
          group: off
        """
            .formatted(Service.PLACES, receiver.address()));
  }

  @OnEachJdk
  void detachLetsACallInFlightFinish(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      Path rules = Service.rule(folder, "slow", Service.PLACES, 3, "1s");
      run(jdk, "attach", service, rules);
      service.ask("order slowly in background");
      service.awaitErr("Retrying ");
      run(jdk, "detach", service).assertStatus().isZero();
      assertThat(service.ask("background")).isEqualTo("attempt 3");
      assertThat(service.ask("order")).isEqualTo(FAILED);
    }
  }

  @OnEachJdk
  void aSecondAttachBringsOtherRules(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      run(jdk, "attach", service, orders(folder));
      run(jdk, "attach", service, refunds(folder)).assertStatus().isZero();
      assertThat(service.ask("order")).isEqualTo(FAILED);
      assertThat(service.ask("refund")).isEqualTo("attempt 3");
    }
  }

  @OnEachJdk
  void reloadSwapsTheRules(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      run(jdk, "attach", service, orders(folder));
      Path fewer = Service.rule(folder, "orders", Service.PLACES, 2, "20ms");
      run(jdk, "reload", service).assertStatus().isZero();
      assertThat(service.ask("order")).isEqualTo("java.io.IOException: failure 2");
      Path more = Service.rule(folder, "more", Service.PLACES, 4, "20ms");
      run(jdk, "reload", service, more).assertStatus().isZero();
      assertThat(service.ask("order")).isEqualTo("attempt 3");
      assertThat(fewer).exists();
    }
  }

  @OnEachJdk
  void attachBesideJavaagentReplacesItsRules(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk).rules(orders(folder)))) {
      assertThat(service.ask("order")).isEqualTo("attempt 3");
      run(jdk, "attach", service, refunds(folder)).assertStatus().isZero();
      assertThat(service.ask("order")).isEqualTo(FAILED);
      assertThat(service.ask("refund")).isEqualTo("attempt 3");
      assertThat(new JvmCommand(jdk, service).instances(RUNTIME)).isEqualTo(1);
    }
  }

  @OnEachJdk
  void detachWorksForAnAgentGivenAtLaunch(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk).rules(orders(folder)))) {
      run(jdk, "detach", service).assertStatus().isZero();
      assertThat(service.ask("order")).isEqualTo(FAILED);
      assertThat(new JvmCommand(jdk, service).instances(RUNTIME)).isZero();
    }
  }

  @OnEachJdk
  void attachAgainAfterDetachWorks(Jdk jdk) {
    try (RunningJvm service = used(withoutSoftReferences(jdk))) {
      for (int round = 0; round < 3; round++) {
        run(jdk, "attach", service, orders(folder)).assertStatus().isZero();
        assertThat(service.ask("order")).isEqualTo("attempt 3");
        run(jdk, "detach", service).assertStatus().isZero();
        assertThat(service.ask("order")).isEqualTo(FAILED);
      }
      assertRuntimes(jdk, service, 0);
    }
  }

  @OnEachJdk
  void aNewerJarTakesOver(Jdk jdk) {
    AgentCli newer = new AgentCli(jdk, NewerJar.in(folder));
    try (RunningJvm service = used(withoutSoftReferences(jdk))) {
      run(jdk, "attach", service, orders(folder));
      newer
          .run("attach", String.valueOf(service.pid()), refunds(folder).toString())
          .assertStatus()
          .isZero();
      assertThat(service.ask("order")).isEqualTo(FAILED);
      assertThat(service.ask("refund")).isEqualTo("attempt 3");
      run(jdk, "status", service)
          .assertOut()
          .first()
          .asString()
          .contains("Mulligan " + NewerJar.VERSION);
      assertRuntimes(jdk, service, 1);
    }
  }

  @OnEachJdk
  void aNewerJarThatIsRefusedLeavesTheRunningAgentInReach(Jdk jdk) throws IOException {
    AgentCli newer = new AgentCli(jdk, NewerJar.in(folder));
    Path mistaken = Files.writeString(folder.resolve("mistaken.yaml"), "version: 1\nrules: 7\n");
    try (RunningJvm service = used(Service.on(jdk))) {
      run(jdk, "attach", service, orders(folder));
      newer
          .run("attach", String.valueOf(service.pid()), mistaken.toString())
          .assertStatus()
          .isNotZero();
      assertThat(service.ask("order")).isEqualTo("attempt 3");
      run(jdk, "status", service).assertStatus().isZero();
      run(jdk, "detach", service).assertStatus().isZero();
      assertThat(service.ask("order")).isEqualTo(FAILED);
    }
  }

  @OnEachJdk
  void aNewerJarIsAttachedAfterDetach(Jdk jdk) {
    AgentCli newer = new AgentCli(jdk, NewerJar.in(folder));
    try (RunningJvm service = used(Service.on(jdk))) {
      run(jdk, "attach", service, orders(folder));
      run(jdk, "detach", service);
      newer
          .run("attach", String.valueOf(service.pid()), orders(folder).toString())
          .assertStatus()
          .isZero();
      assertThat(service.ask("order")).isEqualTo("attempt 3");
    }
  }

  @OnEachJdk
  void psShowsTheProcessAndItsAgent(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      run(jdk, "attach", service, orders(folder));
      AgentCli.on(jdk)
          .run("ps")
          .assertOut()
          .anyMatch(
              line ->
                  line.contains(String.valueOf(service.pid())) && line.contains("service.Main"));
    }
  }

  @OnEachJdk
  void theProcessEndsAsBefore(Jdk jdk) {
    try (RunningJvm service = used(Service.on(jdk))) {
      run(jdk, "attach", service, orders(folder));
      service.ask("order");
      service.end().assertStatus().isZero();
      assertThat(service.awaitEnd(Duration.ZERO).out()).endsWith("attempt 3");
    }
  }

  private static Finished run(Jdk jdk, String command, RunningJvm target) {
    return AgentCli.on(jdk).run(command, String.valueOf(target.pid()));
  }

  private static Finished run(Jdk jdk, String command, RunningJvm target, Path rules) {
    return AgentCli.on(jdk).run(command, String.valueOf(target.pid()), rules.toString());
  }
}
