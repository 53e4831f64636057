package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * The agent weaves a proxy if nothing else implements its interface, otherwise the class behind it.
 */
class ProxiesTest {

  private static final App PROXIES = App.named("proxies");

  @OnEachJdk
  void retriesAnInterfaceThatOnlyAProxyImplementsAndOfOthersWhatTheProxyStandsFor(
      Jdk jdk, @TempDir Path folder) {
    Finished finished =
        ChildJvm.of(jdk, PROXIES.main("proxies.Main"))
            .rules(QuickRules.matching(folder, "* proxies.Main$*+.*(..)"))
            .run();
    finished.assertStatus().isZero();
    finished.assertOut().containsExactly("client: tea at call 3", "store: tea at call 3", "store");
    finished
        .assertErr()
        .filteredOn(line -> line.contains("Retrying "))
        .hasSize(4)
        .anyMatch(line -> line.contains("Retrying proxies.Main.Client.fetch after"))
        .anyMatch(line -> line.contains("Retrying proxies.Main.MemoryStore.load after"));
    finished.assertErr().noneMatch(line -> line.contains("Not retried"));
  }
}
