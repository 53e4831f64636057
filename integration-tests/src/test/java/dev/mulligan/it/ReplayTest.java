package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Methods whose parameters can be read only once, under a rule with a wildcard. */
class ReplayTest {

  private static final List<String> ONE_SHOT =
      List.of("stream", "iterator", "lines", "publisher", "jakarta", "javax");

  @TempDir Path folder;

  @OnEachJdk
  void areLeftAloneWithAReasonInTheLogAndInStatusWhileTheOthersAreRetried(Jdk jdk) {
    try (RunningJvm app = started(jdk, "")) {
      assertThat(app.ask("bytes")).isEqualTo("tea on attempt 3");
      for (String call : ONE_SHOT) {
        assertThat(app.ask(call)).as(call).isEqualTo("failure 1");
        assertThat(app.ask(call)).as(call).isEqualTo("failure 1");
        app.assertErr()
            .filteredOn(line -> line.contains("shop.Uploads." + call + "("))
            .singleElement()
            .asString()
            .contains("Not retried by rule 'uploads'", "replay: allowed");
      }
      AgentCli.on(jdk)
          .run("status", String.valueOf(app.pid()))
          .assertOut()
          .anyMatch(line -> line.contains("shop.Uploads.stream(java.io.InputStream)"))
          .anyMatch(line -> line.contains("java.io.InputStream can be read only once"));
    }
  }

  @OnEachJdk
  void areRetriedWhereTheRuleAllowsIt(Jdk jdk) {
    try (RunningJvm app = started(jdk, "\n    replay: allowed")) {
      assertThat(app.ask("stream")).isEqualTo(" on attempt 3");
      assertThat(app.ask("iterator")).isEqualTo("milk on attempt 3");
      assertThat(app.ask("publisher")).isEqualTo("null on attempt 3");
      assertThat(app.ask("javax")).isEqualTo("null on attempt 3");
    }
  }

  @OnEachJdk
  void checkNamesThemAndNeedsNoServletContainerForIt(Jdk jdk) {
    Path withoutLibraries = App.named("replay").jar();
    AgentCli.on(jdk)
        .run("check", rules("").toString(), "--classpath", withoutLibraries.toString())
        .assertOut()
        .anyMatch(line -> line.contains("refused shop.Uploads.stream(java.io.InputStream)"))
        .anyMatch(line -> line.contains("jakarta.servlet.http.HttpServletRequest can be read only"))
        .noneMatch(line -> line.contains("refused shop.Uploads.bytes"));
  }

  private RunningJvm started(Jdk jdk, String replay) {
    RunningJvm app =
        ChildJvm.of(jdk, App.named("replay").main("shop.Main")).rules(rules(replay)).start();
    app.awaitOut("ready");
    return app;
  }

  private Path rules(String replay) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: uploads
            match: "shop.Uploads.*(..)"
            exclude: "shop.Uploads.attempt(..)"%s
            strategy:
              backoff: {type: fixed, initial: 20ms}
              on-failure: {notify: false}
        """
            .formatted(replay));
  }
}
