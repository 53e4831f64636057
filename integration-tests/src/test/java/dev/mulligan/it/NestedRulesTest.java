package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nested rules: three attempts around three attempts are three, or nine if the rule says {@code
 * multiply}.
 */
class NestedRulesTest {

  @OnEachJdk
  void oneLayerRetries(Jdk jdk, @TempDir Path folder) {
    run(jdk, folder, "once")
        .containsExactly(
            "edge 1, middle 1, service 3",
            "translating 1, service 3",
            "descend 12",
            "child 3, parent 3");
  }

  @OnEachJdk
  void aRuleThatMultipliesRestoresTheNaiveProduct(Jdk jdk, @TempDir Path folder) {
    // Three times itself and what is inside: 3, 3 + 3 · 3 = 12, 3 + 3 · 12 = 39, 3 + 3 · 39 = 120.
    run(jdk, folder, "multiply")
        .containsExactly(
            "edge 3, middle 9, service 27",
            "translating 3, service 9",
            "descend 120",
            "child 3, parent 9");
  }

  private static ListAssert<String> run(Jdk jdk, Path folder, String nested) {
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            strategies:
              default: {backoff: {type: fixed, initial: 1ms}, on-failure: {notify: false}}
            rules:
              - {name: edge, match: "nested.Main$Layers.edge()", nested: NESTED}
              - {name: middle, match: "nested.Main$Layers.middle()", nested: NESTED}
              - {name: service, match: "nested.Main$Layers.service()", nested: NESTED}
              - {name: translating, match: "nested.Main$Layers.translating()", nested: NESTED}
              - {name: descend, match: "nested.Main.descend(int)", nested: NESTED}
              - {name: order, match: "nested.Main$Parent+.order()", nested: NESTED}
            """
                .replace("NESTED", nested));
    return ChildJvm.of(jdk, App.named("nested").main("nested.Main")).rules(rules).run().assertOut();
  }
}
