package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;

/**
 * Recursions of the application that overflow in and around woven methods, and whose error is
 * caught: whatever the agent holds at that moment is given back, and no class is left unusable.
 */
class StackOverflowTest {

  private static final Path RULES = Path.of("src/test/resources/overflow.yaml").toAbsolutePath();

  private static final String[] KINDS = {
    "timed", "crowded", "queued", "broken", "limited", "bounded", "plain", "judged"
  };

  private static final int THREADS = 30;

  private static RunningJvm start(Jdk jdk) {
    RunningJvm running =
        ChildJvm.of(jdk, App.named("overflow").main("overflow.Main")).rules(RULES).start();
    running.awaitOut("ready");
    return running;
  }

  @OnEachJdk
  void everyKindOfRuleWorksAfterOverflowsInCallsThatSucceed(Jdk jdk) {
    try (RunningJvm app = start(jdk)) {
      for (String kind : KINDS) {
        overflows(app, kind, "succeed");
      }
      noClassIsUnusable(app);
    }
  }

  @OnEachJdk
  void everyKindOfRuleWorksAfterOverflowsInCallsThatFail(Jdk jdk) {
    try (RunningJvm app = start(jdk)) {
      for (String kind : KINDS) {
        overflows(app, kind, "fail");
      }
      noClassIsUnusable(app);
    }
  }

  private static void overflows(RunningJvm app, String kind, String work) {
    assertThat(app.ask("overflow " + kind + " " + work + " " + THREADS))
        .as(kind)
        .isEqualTo(THREADS + " overflows");
    assertThat(app.ask("use " + kind + " succeed")).as(kind).isEqualTo("true");
  }

  @OnEachJdk
  void timeoutsStillInterruptAfterAWovenRecursionHasOverflowed(Jdk jdk) {
    try (RunningJvm app = start(jdk)) {
      assertThat(app.ask("recurse " + THREADS)).isEqualTo(THREADS + " overflows");

      assertThat(app.ask("use timed hang")).contains("took longer than 300ms");
      assertThat(app.ask("use timed succeed")).isEqualTo("true");
    }
  }

  @OnEachJdk
  void retriesWorkAfterAFirstFailureAtTheEndOfTheStack(Jdk jdk) {
    try (RunningJvm app = start(jdk)) {
      assertThat(app.ask("overflow plain fail 1")).isEqualTo("1 overflows");

      assertThat(app.ask("use plain fail")).contains("refused");
      app.awaitErr("Retrying overflow.Leaves.plain");
      noClassIsUnusable(app);
    }
  }

  private static void noClassIsUnusable(RunningJvm app) {
    app.assertErr().noneMatch(line -> line.contains("NoClassDefFoundError"));
    app.assertErr().noneMatch(line -> line.contains("Could not initialize"));
  }
}
