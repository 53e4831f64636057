package dev.mulligan.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes rule files: rules for methods that exist, and rules of an application that does not. */
public final class RuleFile {

  private static final String HEAD =
      """
      version: 1
      strategies:
        quick:
          max-attempts: 3
          backoff: {type: fixed, initial: 1ms}
          on-failure: {notify: false}
      rules:
      """;

  private RuleFile() {}

  public static Path matching(Path file, String method) throws IOException {
    return write(file, List.of(method));
  }

  /** Writes a rule for one method, among a given total number of rules. */
  public static Path matching(Path file, String method, int rules) throws IOException {
    return write(file, Stream.concat(Stream.of(method), elsewhere().limit(rules - 1L)).toList());
  }

  /** Three attempts without a delay, without a budget, and without log output. */
  public static Path failing(Path file, String method) throws IOException {
    return Files.writeString(
        file,
        """
        version: 1
        rules:
          - name: at once
            match: "%s"
            strategy:
              max-attempts: 3
              backoff: {type: fixed, initial: 0s}
              on-failure: {notify: false}
        agent: {budget: off, log: {level: off}}
        """
            .formatted(method));
  }

  /** Five attempts with the settings of a careful user. */
  public static Path storming(Path file, String method, String budget) throws IOException {
    return Files.writeString(
        file,
        """
        version: 1
        rules:
          - name: storm
            match: "%s"
            strategy:
              max-attempts: 5
              backoff: {type: exponential, initial: 100ms, jitter: full}
              on-failure: {notify: false}
        agent: {budget: %s, log: {level: warning}}
        """
            .formatted(method, budget));
  }

  /**
   * One attempt; its failure is sent to one channel, or to none.
   *
   * @param delivery further lines of the notifications
   */
  public static Path telling(
      Path file, String method, String onFailure, String channel, String delivery)
      throws IOException {
    return Files.writeString(
        file,
        """
        version: 1
        rules:
          - name: telling
            match: "%s"
            strategy: {max-attempts: 1, on-failure: {%s}}
        notifications:
          channels: [{url: "%s"}]
        %sagent: {budget: off, log: {level: off}}
        """
            .formatted(method, onFailure, channel, delivery));
  }

  /** Three attempts, ten minutes apart, without a budget and without log output. */
  public static Path waiting(Path file, String method) throws IOException {
    return Files.writeString(
        file,
        """
        version: 1
        rules:
          - name: waiting
            match: "%s"
            strategy:
              max-attempts: 3
              backoff: {type: fixed, initial: 10m, jitter: none}
              on-failure: {notify: false}
        agent: {budget: off, log: {level: off}}
        """
            .formatted(method));
  }

  public static Path matchingNothing(Path file, int rules) throws IOException {
    return write(file, elsewhere().limit(rules).toList());
  }

  /**
   * A rule for one method, with a condition on what it returns.
   *
   * @param condition the inside of a map of {@code retry-on-result}
   */
  public static Path judging(Path file, String method, String condition) throws IOException {
    String rules =
        HEAD
            + "  - {name: judged, match: \"%s\", strategy: {extends: quick, retry-on-result: {%s}}}%n"
                .formatted(method, condition);
    return Files.writeString(file, rules);
  }

  /** A circuit breaker that opens when half of 20 calls fail, and no retry. */
  public static Path breaking(Path file, String method) throws IOException {
    return Files.writeString(
        file,
        """
        version: 1
        rules:
          - name: breaking
            match: "%s"
            strategy: {max-attempts: 1, on-failure: {notify: false}}
            circuit-breaker: {failure-rate: 50, window: 20, delay: 1h}
        agent: {log: {level: off}}
        """
            .formatted(method));
  }

  /**
   * An unchanged pack, with a delay that does not affect the measurement, and without log output.
   */
  public static Path including(Path file, String pack, String strategy) throws IOException {
    return Files.writeString(
        file,
        """
        version: 1
        include: pack:%s
        strategies:
          %s:
            extends: %s
            backoff: {type: fixed, initial: 1ms, jitter: none}
        agent: {log: {level: off}}
        """
            .formatted(pack, strategy, strategy));
  }

  private static Path write(Path file, List<String> patterns) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (int rule = 0; rule < patterns.size(); rule++) {
      text.append(
          "  - {name: rule-%d, match: \"%s\", strategy: quick}%n"
              .formatted(rule, patterns.get(rule)));
    }
    return Files.writeString(file, text);
  }

  /** Patterns of all kinds, in proportions typical of a large rule file. */
  private static Stream<String> elsewhere() {
    return IntStream.iterate(0, i -> i + 1).mapToObj(RuleFile::pattern);
  }

  private static String pattern(int i) {
    String group = "com.acme.team" + i / 10;
    return switch (i % 10) {
      case 0, 1, 2, 3 -> group + ".Gateway" + i + ".charge(String, long)";
      case 4, 5 -> "* " + group + "..*Service.find*(..)";
      case 6, 7 -> "public * " + group + ".*.*(..)";
      case 8 -> "@com.acme.Idempotent * " + group + "..*.*(..)";
      default -> group + ".Repository" + i + "+.save(..)";
    };
  }
}
