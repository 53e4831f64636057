package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Threads of the real Netty, Vert.x and Reactor: event-loop threads never wait for a retry. */
class EventLoopTest {

  @OnEachJdk
  void aCallThatWouldHaveToWaitFailsOnAnEventLoopAndIsRetriedOnAWorker(
      Jdk jdk, @TempDir Path folder) {
    program(jdk)
        .rules(rules(folder))
        .run()
        .assertOut()
        .containsExactly(
            "Netty's event loop: java.io.IOException: failure 1",
            "Netty's event loop on a plain thread: java.io.IOException: failure 1",
            "Netty's executor of blocking handlers: attempt 3",
            "Vert.x's event loop: java.io.IOException: failure 1",
            "Vert.x's worker: attempt 3",
            "Reactor's parallel: java.io.IOException: failure 1",
            "Reactor's boundedElastic: attempt 3",
            "the main thread: attempt 3",
            "Netty's event loop, no delay: attempt 3");
  }

  @OnEachJdk
  void theLogSaysSoOnce(Jdk jdk, @TempDir Path folder) {
    Finished finished = program(jdk).rules(rules(folder)).run();
    List<String> warnings =
        finished.err().stream().filter(line -> line.contains("event-loop")).toList();
    assertThat(warnings).as(finished.report()).hasSize(1);
    assertThat(warnings.get(0))
        .contains("WARNING Rule 'calls' does not retry calls of loops.Service.call");
  }

  private static ChildJvm program(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("event-loop").main("loops.Main"));
  }

  private static Path rules(Path folder) {
    return RuleFile.in(
        folder,
        """
        version: 1
        strategies:
          quick: {backoff: {type: fixed, initial: 20ms}, on-failure: {notify: false}}
        rules:
          - {name: calls, match: "loops.Service.call()", strategy: quick}
          - name: at once
            match: "loops.Service.callWithoutDelay()"
            strategy: {extends: quick, backoff: {type: fixed, initial: 0s}}
        """);
  }
}
