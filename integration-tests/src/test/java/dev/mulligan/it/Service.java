package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The application {@code service}, which answers lines until a line ends it. */
final class Service {

  static final String PLACES = "service.Orders.place(String)";
  static final String PAYS = "service.Refunds.pay()";

  /** What an order answers when no agent retries it. */
  static final String FAILED = "java.io.IOException: failure 1";

  private Service() {}

  static ChildJvm on(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("service").main("service.Main"));
  }

  /** Started, and used once, so that its classes are loaded. */
  static RunningJvm used(ChildJvm child) {
    RunningJvm running = child.start();
    running.awaitOut("ready");
    running.ask("order");
    running.ask("refund");
    return running;
  }

  /** A rule file of its own, with one rule named after the file. */
  static Path rule(Path folder, String name, String pattern, int attempts, String delay) {
    try {
      return RuleFile.in(
          Files.createDirectories(folder.resolve(name)),
          """
          version: 1
          rules:
            - name: %s
              match: "%s"
              strategy:
                max-attempts: %d
                backoff: {type: fixed, initial: %s, jitter: none}
                on-failure: {notify: false}
          """
              .formatted(name, pattern, attempts, delay));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path orders(Path folder) {
    return rule(folder, "orders", PLACES, 3, "20ms");
  }

  static Path refunds(Path folder) {
    return rule(folder, "refunds", PAYS, 3, "20ms");
  }
}
