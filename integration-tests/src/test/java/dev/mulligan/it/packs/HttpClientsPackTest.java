package dev.mulligan.it.packs;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The real clients against a server that starts late, and against a busy one. */
class HttpClientsPackTest {

  @TempDir private Path folder;

  /** Every request but the last is a POST. */
  @OnEachJdk
  void onlyWhatCanNotHaveArrivedIsSentAgainAndWhatIsIdempotentByItsName(Jdk jdk) {
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            include: pack:http-clients
            strategies:
              http-unsent:
                {extends: http-unsent, max-attempts: 300, backoff: {type: fixed, initial: 100ms}}
              http-idempotent:
                {extends: http-idempotent, backoff: {type: fixed, initial: 100ms}}
            """);
    ChildJvm.of(jdk, App.named("pack-http-clients").main("calls.Main"))
        .rules(rules)
        .run()
        .assertOut()
        .containsExactly(
            "late, jdk: 200, arrived 1",
            "late, jdk async: 200, arrived 1",
            "late, okhttp: 200, arrived 1",
            "late, apache: 200, arrived 1",
            "busy, jdk: 503, arrived 1",
            "busy, okhttp: 503, arrived 1",
            "busy, apache: 503, arrived 1",
            "busy, rest template: 200, arrived 3");
  }
}
