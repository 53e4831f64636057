package dev.mulligan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Against the built jars; what is measured so briefly means nothing. */
class SmokeTest {

  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @Test
  void everySuiteMeasuresEveryContender() throws Exception {
    Process benchmarks =
        new ProcessBuilder(
                JDK.resolve("bin/java").toString(),
                "-jar",
                Path.of("target", "benchmarks.jar").toString(),
                "--smoke",
                "--jdk",
                JDK.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(benchmarks.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output)
        .contains("| bare method ", "| woven by Mulligan ", "| Failsafe ", "| Resilience4j ")
        .contains("| Spring Retry, template ", "| Spring Retry, proxy ")
        .contains("| bare method, returns an object ", "| woven, is: null ")
        .contains("| woven, statusCode in [429, 500..599] ", "| Failsafe, handleResultIf ")
        .contains("| Resilience4j, retryOnResult ")
        .contains("| woven with a circuit breaker ", "| Failsafe, circuit breaker ")
        .contains("| Resilience4j, circuit breaker ")
        .contains("| no agent ", "| empty agent ", "| Byteman, one rule ")
        .contains("| Mulligan, 200 rules, none matches ", "| Mulligan, one class matches ")
        .contains("| loop by hand ", "| Mulligan, budget off ", "| Mulligan, the default budget ")
        .contains("| Mulligan, waiting ", "| Failsafe, getStageAsync, waiting ")
        .contains("| Mulligan, notify off ", "| Mulligan, each told, outbox ")
        .contains("| Mulligan, what a killed process left ")
        .contains("| Mulligan, pack:quartz ")
        .contains("| empty transformer ", "| Mulligan, 1 rule ", "| Mulligan, 1,000 rules ");
    assertThat(benchmarks.waitFor()).isZero();
  }
}
