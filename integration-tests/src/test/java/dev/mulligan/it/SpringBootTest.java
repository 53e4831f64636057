package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.BootJar;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Program;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An executable jar: its own class loader, CGLIB and JDK proxies, a service that calls itself. */
class SpringBootTest {

  private static Program program;

  @BeforeAll
  static void repackage() {
    program = Program.jar(BootJar.of(App.named("spring-boot"), "shop.Shop"));
  }

  @OnEachJdk
  void retriesServicesBehindProxiesAndOnThemselves(Jdk jdk, @TempDir Path folder) {
    ChildJvm.of(jdk, program)
        .rules(rules(folder))
        .run()
        .assertOut()
        .containsExactly(
            "loader: LaunchedClassLoader",
            "proxies: CGLIB and JDK",
            "through a CGLIB proxy: paid at attempt 3",
            "on itself: settled at attempt 3",
            "through a JDK proxy: receipt sent at attempt 3",
            "calls of the proxies: 3");
  }

  @OnEachJdk
  void theSameProgramFailsWithoutTheAgent(Jdk jdk) {
    ChildJvm.of(jdk, program)
        .run()
        .assertOut()
        .contains(
            "through a CGLIB proxy: java.io.IOException: payment 1",
            "on itself: java.io.IOException: settlement 1",
            "through a JDK proxy: java.io.IOException: mail 1");
  }

  private static Path rules(Path folder) {
    return RuleFile.in(
        folder,
        """
        version: 1
        strategies:
          quick: {backoff: {type: fixed, initial: 20ms}, on-failure: {notify: false}}
        rules:
          - {name: payments, match: "shop.PaymentService+.pay()", strategy: quick}
          - {name: settlements, match: "private * shop..*Service.settle*()", strategy: quick}
          - {name: mail, match: "shop.Mailer.send(..)", strategy: quick}
        """);
  }
}
