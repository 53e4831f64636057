package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.ApiJar;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import java.nio.file.Path;
import java.util.List;

/**
 * The answers when the application queries its attempt during a subscription. An answer is the
 * attempt's number, a letter for the call's id ({@code -} for none), and the rule.
 */
class SubscribedContextTest {

  @OnEachJdk
  void theThreadThatSubscribesMayAskAndReactorsContextTellsEverywhere(Jdk jdk) {
    Path rules = Path.of("src/test/resources/context-reactive.yaml").toAbsolutePath();
    List<String> said =
        ChildJvm.of(jdk, App.named("context-reactive", ApiJar.path()).main("subscriptions.Main"))
            .rules(rules)
            .run()
            .out();
    String calls = " 1a:calls 2a:calls 3a:calls";
    String guarded = " 1a:guarded 2a:guarded 3a:guarded";
    assertThat(said)
        .containsExactly(
            "mono:" + calls,
            "flux:" + calls,
            "guarded mono:" + guarded,
            "guarded flux:" + guarded,
            "reactor's context:" + calls,
            "reactor's context, guarded:" + guarded,
            "another thread: 1- 1- 1-",
            "two subscribers: 1a:calls 1b:calls",
            "single:" + calls,
            "maybe:" + calls,
            "completable:" + calls,
            "observable:" + calls,
            "guarded flowable:" + guarded,
            "afterwards: 1-");
  }
}
