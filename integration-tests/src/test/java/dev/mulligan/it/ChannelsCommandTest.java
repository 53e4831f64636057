package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Reply;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** {@code channels}, {@code status} and {@code top} on a running process. */
class ChannelsCommandTest {

  @TempDir Path folder;

  @OnEachJdk
  void listTellsEachChannelMaskedAndWhereItComesFrom(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = service(jdk, receiver)) {
      Finished list = channels(jdk, service);
      list.assertStatus().isZero();
      list.assertOut()
          .anyMatch(
              line -> line.matches("c1 +json://127\\.0\\.0\\.1:\\d+/\\*+ +ops +ready +channel 1"))
          .anyMatch(line -> line.matches("c2 +json://.* NOTIFICATION_WEBHOOK_URL"))
          .noneMatch(line -> line.contains("s3cret"));
    }
  }

  @OnEachJdk
  void anAddedChannelGetsNotificationsAlsoAfterAReloadUntilItIsRemoved(Jdk jdk) {
    try (NotificationReceiver usual = NotificationReceiver.start();
        NotificationReceiver added = NotificationReceiver.start();
        RunningJvm service = service(jdk, usual)) {
      String url = "json://" + added.address() + "/s3cret-added";
      addFromStandardInput(jdk, service, url).assertOut().contains("Added c3.");
      reload(jdk, service);
      service.ask("order");
      assertThat(added.next().target()).isEqualTo("/s3cret-added");
      channels(jdk, service, "remove", "c3").assertStatus().isZero();
      service.ask("order");
      usual.next();
      usual.next();
      assertThat(added.rest()).isEmpty();
      service.assertErr().noneMatch(line -> line.contains("s3cret"));
    }
  }

  @OnEachJdk
  void aRemovedChannelOfTheRuleFileStaysRemovedOverAReloadUntilItIsAddedAgain(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = service(jdk, receiver)) {
      channels(jdk, service, "remove", "c1").assertStatus().isZero();
      reload(jdk, service);
      channels(jdk, service).assertOut().noneMatch(line -> line.startsWith("c1 "));
      addFromStandardInput(jdk, service, url(receiver)).assertOut().contains("Added c1.");
      channels(jdk, service)
          .assertOut()
          .anyMatch(line -> line.startsWith("c1 ") && line.endsWith("added at run time"));
    }
  }

  @OnEachJdk
  void testTellsWhatEachTargetAnswered(Jdk jdk) {
    try (NotificationReceiver ill =
            NotificationReceiver.answering(request -> Reply.json(503, "come back later"));
        RunningJvm service = service(jdk, ill)) {
      Finished tested = channels(jdk, service, "test", "--tag", "ops", "--json");
      tested.assertStatus().isEqualTo(1);
      JsonObject target =
          JsonParser.parseString(String.join("\n", tested.out()))
              .getAsJsonObject()
              .getAsJsonObject("channels")
              .getAsJsonArray("targets")
              .get(0)
              .getAsJsonObject();
      assertThat(target.get("outcome").getAsString()).isEqualTo("failed");
      assertThat(target.get("tries").getAsInt()).isEqualTo(1);
      assertThat(target.get("answer").getAsString()).isEqualTo("HTTP 503: come back later");
      assertThat(ill.next().body()).contains("This is a test");
      channels(jdk, service, "test", "--tag", "nobody").assertStatus().isEqualTo(3);
    }
  }

  @OnEachJdk
  void whatIsNotUnderstoodChangesNothing(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = service(jdk, receiver)) {
      Finished misspelt = channels(jdk, service, "add", "jason://host/s3cret");
      misspelt.assertStatus().isEqualTo(2);
      misspelt
          .assertErr()
          .anyMatch(line -> line.contains("did you mean json"))
          .noneMatch(line -> line.contains("s3cret"));
      channels(jdk, service, "remove", "c9").assertStatus().isEqualTo(1);
      channels(jdk, service).assertOut().hasSize(3);
    }
  }

  @OnEachJdk
  void withoutATerminalTopPrintsOneTable(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm service = service(jdk, receiver)) {
      service.ask("order");
      Finished top = AgentCli.on(jdk).run("top", pid(service));
      top.assertStatus().isZero();
      top.assertOut()
          .anyMatch(line -> line.startsWith("RETRIES/S"))
          .anyMatch(line -> line.matches(".* 2 +1 +- +1 +orders +service\\.Orders\\.place.*"))
          .noneMatch(line -> line.contains("\u001b"));
    }
  }

  private RunningJvm service(Jdk jdk, NotificationReceiver receiver) {
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
                  on-failure: {tags: all}
            notifications:
              group: off
              channels:
                - {url: "%s", tags: ops}
            """
                .formatted(url(receiver)));
    RunningJvm service =
        Service.on(jdk)
            .rules(rules)
            .environment("NOTIFICATION_WEBHOOK_URL", "json://127.0.0.1:9/s3cret-environment")
            .start();
    service.awaitOut("ready");
    return service;
  }

  private static String url(NotificationReceiver receiver) {
    return "json://" + receiver.address() + "/s3cret-hook";
  }

  private static Finished channels(Jdk jdk, RunningJvm service, String... words) {
    return AgentCli.on(jdk).command("channels", pid(service)).arguments(words).run();
  }

  private static Finished addFromStandardInput(Jdk jdk, RunningJvm service, String url) {
    try (RunningJvm command =
        AgentCli.on(jdk).command("channels", pid(service), "add", "-", "--tag", "ops").start()) {
      command.say(url);
      return command.end();
    }
  }

  private static void reload(Jdk jdk, RunningJvm service) {
    AgentCli.on(jdk)
        .run("reload", pid(service))
        .assertOut()
        .anyMatch(line -> line.startsWith("New rules in"));
  }

  private static String pid(RunningJvm service) {
    return Long.toString(service.pid());
  }
}
