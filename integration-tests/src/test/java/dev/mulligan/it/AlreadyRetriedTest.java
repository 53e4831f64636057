package dev.mulligan.it;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;

/** Methods that Spring, Resilience4j, MicroProfile or the AWS SDK retries too. */
class AlreadyRetriedTest {

  @TempDir Path folder;

  @OnEachJdk
  void checkReportsThemWithTheProductOfTheAttempts(Jdk jdk) {
    reports(
        AgentCli.on(jdk).run("check", rates().toString(), "--classpath", app().jar().toString()));
  }

  @OnEachJdk
  void statusReportsThemToo(Jdk jdk) {
    try (RunningJvm running = ChildJvm.of(jdk, app().main("shop.Main")).rules(rates()).start()) {
      running.awaitOut("ready");
      reports(AgentCli.on(jdk).run("status", String.valueOf(running.pid())));
    }
  }

  @OnEachJdk
  void checkKnowsThatTheClientsOfTheAwsSdkRetryByThemselves(Jdk jdk) {
    Path rules =
        QuickRules.matching(folder, "software.amazon.awssdk.services.s3.S3Client.headBucket(..)");
    Path libraries = Path.of("target/lib/http-aws").toAbsolutePath();
    AgentCli.on(jdk)
        .run("check", rules.toString(), "--classpath", libraries + "/*")
        .assertOut()
        .anyMatch(line -> line.contains("DefaultS3Client.headBucket("))
        .anyMatch(
            line ->
                line.contains(
                    "the AWS SDK retries it too (a client of it): the attempts multiply,"
                        + " 3 × its 3 or 4 by default"));
  }

  private static void reports(Finished said) {
    said.assertOut()
        .anyMatch(multiplied("Spring Retry", "5 = 15"))
        .anyMatch(multiplied("Spring", "6 = 18"))
        .anyMatch(multiplied("Resilience4j", "the number in its configuration 'rates' (default 3)"))
        .anyMatch(multiplied("MicroProfile Fault Tolerance", "4 = 12"))
        .filteredOn(line -> line.contains("retries it too"))
        .hasSize(4);
  }

  private static Predicate<String> multiplied(String library, String times) {
    String note = " %s retries it too (it is annotated): the attempts multiply, 3 × %s";
    return line -> line.endsWith(note.formatted(library, times));
  }

  private Path rates() {
    return QuickRules.matching(folder, "shop.Rates.by*()");
  }

  private static App app() {
    return App.named("already-retried");
  }
}
