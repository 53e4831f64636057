package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proxies made at run time are not woven; where nothing else implements an interface, that is said.
 */
class ProxiesTest {

  private static final App PROXIES = App.named("proxies");

  @OnEachJdk
  void namesAnInterfaceThatOnlyAProxyImplementsOnceAndRetriesWhatAnotherProxyStandsFor(
      Jdk jdk, @TempDir Path folder) {
    Finished finished =
        ChildJvm.of(jdk, PROXIES.main("proxies.Main"))
            .rules(QuickRules.matching(folder, "* proxies.Main$*+.*(..)"))
            .run();
    finished.assertStatus().isZero();
    finished.assertOut().containsExactly("client: failure 1", "store: tea at call 3", "store");
    finished
        .assertErr()
        .filteredOn(line -> line.contains("Not retried by rule"))
        .singleElement()
        .asString()
        .contains("Not retried by rule 'quick': proxies.Main$Client.fetch")
        .contains("only a proxy made at run time implements it");
  }
}
