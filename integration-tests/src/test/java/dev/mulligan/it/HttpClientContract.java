package dev.mulligan.it;

import static dev.mulligan.it.harness.Answer.reset;
import static dev.mulligan.it.harness.Answer.stall;
import static dev.mulligan.it.harness.Answer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Answer;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for an unchanged program on any HTTP client: it asks for the stock of apples once,
 * with a client time-out of a second, and throws an IOException unless the status is 200.
 */
abstract class HttpClientContract {

  private static final Answer ANSWERED = status(200, "42");
  private static final Answer BUSY = status(503, "busy");

  private final String app;
  private final String libraryMethod;

  @TempDir Path folder;

  HttpClientContract(String app, String libraryMethod) {
    this.app = app;
    this.libraryMethod = libraryMethod;
  }

  @OnEachJdk
  void failsOnAnyTroubleWithoutTheAgent(Jdk jdk) {
    for (Answer trouble : List.of(reset(), stall(), BUSY)) {
      try (ScriptedServer server = ScriptedServer.answering(trouble)) {
        program(jdk, server).run().assertOut().singleElement().asString().startsWith("failed: ");
      }
    }
    try (ScriptedServer refusing = ScriptedServer.closed()) {
      program(jdk, refusing).run().assertOut().singleElement().asString().startsWith("failed: ");
    }
  }

  @OnEachJdk
  void getsItsAnswerWhenARuleNamesTheProgramsOwnMethod(Jdk jdk) {
    getsItsAnswerThrough(jdk, "shop.Stock.of(String)");
  }

  @OnEachJdk
  void getsItsAnswerWhenARuleNamesTheLibrarysMethod(Jdk jdk) {
    getsItsAnswerThrough(jdk, libraryMethod);
  }

  /** Refused until opened, then what the script says. */
  final void getsItsAnswerThrough(Jdk jdk, String method) {
    try (ScriptedServer server = ScriptedServer.closed(reset(), stall(), BUSY, BUSY, ANSWERED);
        RunningJvm running = program(jdk, server).rules(rules(method)).start()) {
      running.awaitErr("Retrying ");
      server.open();
      Finished finished = running.awaitEnd(Duration.ofMinutes(1));
      finished.assertOut().containsExactly("stock: 42");
      assertThat(server.requests())
          .as(finished::report)
          .hasSize(5)
          .allMatch(request -> request.target().equals("/stock/apples"));
    }
  }

  @OnEachJdk
  void waitsAsLongAsTheServerAsks(Jdk jdk) {
    Answer later = status(429, "later", "Retry-After: 1");
    try (ScriptedServer server = ScriptedServer.answering(later, ANSWERED)) {
      Finished finished = program(jdk, server).rules(rules(libraryMethod)).run();
      finished.assertOut().containsExactly("stock: 42");
      long waited = server.requests().get(1).nanoTime() - server.requests().get(0).nanoTime();
      assertThat(Duration.ofNanos(waited)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @OnEachJdk
  void seesItsOwnFailureWhenTheAttemptsAreUsedUp(Jdk jdk) {
    try (ScriptedServer server = ScriptedServer.answering(BUSY)) {
      Finished finished = program(jdk, server).rules(rules("shop.Stock.of(String)")).run();
      finished.assertOut().containsExactly("failed: java.io.IOException: status 503");
      assertThat(server.requests()).hasSize(12);
    }
  }

  private ChildJvm program(Jdk jdk, ScriptedServer server) {
    return ChildJvm.of(jdk, App.named(app).main("shop.Main")).arguments(server.url(""));
  }

  private Path rules(String method) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: stock
            match: "%s"
            strategy:
              extends: api-call
              max-attempts: 12
              backoff: {type: fixed, initial: 50ms, jitter: none}
              on-failure: {notify: false}
        """
            .formatted(method));
  }
}
