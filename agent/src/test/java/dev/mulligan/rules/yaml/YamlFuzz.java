package dev.mulligan.rules.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import java.io.File;
import java.util.Optional;

/** What the short way reads, SnakeYAML reads in the same way, at the same places. */
public final class YamlFuzz {

  private static final Environment ENVIRONMENT = Environment.ofProcess();

  private YamlFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    SourceText source = new SourceText(new File("rules.yaml"), new String(input, UTF_8));
    Problems problems = new Problems();
    Optional<Node> real = EventYaml.read(source, ENVIRONMENT, problems);
    Optional<Node> ordinary = OrdinaryYaml.read(source, ENVIRONMENT);
    if (ordinary.isEmpty()) {
      return;
    }
    String expected =
        problems.errorCount() > 0
            ? problems.toList().toString()
            : real.map(NodeText::of).orElse("");
    String read = NodeText.of(ordinary.get());
    if (!read.equals(expected)) {
      throw new AssertionError("read " + read + "\ninstead of " + expected);
    }
  }
}
