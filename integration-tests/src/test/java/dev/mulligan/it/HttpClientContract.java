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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of an unchanged program with any HTTP client: it requests the stock of apples once,
 * with a client time-out of a second, and fails unless the status is 200.
 */
abstract class HttpClientContract {

  private static final Answer ANSWERED = status(200, "42");
  private static final Answer BUSY = status(503, "busy");

  private final String app;
  private final String libraryMethod;
  private final String failure;
  private final List<String> arguments;

  @TempDir Path folder;

  /** A program that makes an IOException of its own of a status. */
  HttpClientContract(String app, String libraryMethod) {
    this(app, libraryMethod, "java.io.IOException: status 503");
  }

  /**
   * @param libraryMethod the client's own method that a rule may name; what it returns or throws
   *     knows the server's headers
   * @param failure how the exception for a status of 503 begins
   * @param arguments of the program, after the server's address
   */
  HttpClientContract(String app, String libraryMethod, String failure, String... arguments) {
    this.app = app;
    this.libraryMethod = libraryMethod;
    this.failure = failure;
    this.arguments = List.of(arguments);
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
    assertThat(waitedAfter(later, jdk)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  /** A date has whole seconds, so that three seconds from now are at least two. */
  @OnEachJdk
  void waitsUntilTheDateThatTheServerNames(Jdk jdk) {
    Answer later = client -> statusUntil(Instant.now().plusSeconds(3)).give(client);
    assertThat(waitedAfter(later, jdk)).isGreaterThan(Duration.ofMillis(1_900));
  }

  @OnEachJdk
  void waitsItsOwnBackOffWhenTheServersHintIsMalformed(Jdk jdk) {
    Answer later = status(503, "later", "Retry-After: Thu, 99 Foo");
    assertThat(waitedAfter(later, jdk)).isLessThan(Duration.ofSeconds(30));
  }

  private static Answer statusUntil(Instant date) {
    String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    return status(503, "later", "Retry-After: " + text);
  }

  private Duration waitedAfter(Answer first, Jdk jdk) {
    try (ScriptedServer server = ScriptedServer.answering(first, ANSWERED)) {
      Finished finished = program(jdk, server).rules(rules(libraryMethod)).run();
      finished.assertOut().containsExactly("stock: 42");
      assertThat(server.requests()).as(finished::report).hasSize(2);
      return Duration.ofNanos(
          server.requests().get(1).nanoTime() - server.requests().get(0).nanoTime());
    }
  }

  /** Sixty-eight years: OkHttp itself throws a NumberFormatException at more. */
  @OnEachJdk
  void failsAtOnceWhenTheServerAsksForLongerThanTheMaxDuration(Jdk jdk) {
    Answer later = status(503, "busy", "Retry-After: 2147483647");
    try (ScriptedServer server = ScriptedServer.answering(later, ANSWERED)) {
      Path rules = rules(libraryMethod, "max-duration: 10m");
      Finished finished = program(jdk, server).rules(rules).run();
      finished.assertOut().singleElement().asString().startsWith("failed: ").contains("503");
      finished.assertErr().anyMatch(line -> line.contains("failed after 1 attempt (maxDuration"));
      assertThat(server.requests()).as(finished::report).hasSize(1);
    }
  }

  @OnEachJdk
  void seesItsOwnFailureWhenTheAttemptsAreUsedUp(Jdk jdk) {
    try (ScriptedServer server = ScriptedServer.answering(BUSY)) {
      Finished finished = program(jdk, server).rules(rules("shop.Stock.of(String)")).run();
      finished.assertOut().singleElement().asString().startsWith("failed: " + failure);
      assertThat(server.requests()).hasSize(12);
    }
  }

  private ChildJvm program(Jdk jdk, ScriptedServer server) {
    return ChildJvm.of(jdk, App.named(app).main("shop.Main"))
        .arguments(server.url(""))
        .arguments(arguments.toArray(String[]::new));
  }

  private Path rules(String method) {
    return rules(method, "max-attempts: 12");
  }

  private Path rules(String method, String limit) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: stock
            match: "%s"
            strategy:
              extends: api-call
              %s
              backoff: {type: fixed, initial: 50ms, jitter: none}
              on-failure: {notify: false}
        """
            .formatted(method, limit));
  }
}
