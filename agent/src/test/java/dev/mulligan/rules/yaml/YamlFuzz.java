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
            : real.map(YamlFuzz::describe).orElse("");
    String read = describe(ordinary.get());
    if (!read.equals(expected)) {
      throw new AssertionError("read " + read + "\ninstead of " + expected);
    }
  }

  private static String describe(Node node) {
    return node.place() + content(node);
  }

  private static String content(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.text() + "|" + scalar.written() + "|" + scalar.style() + scalar.origin();
    }
    if (node instanceof Sequence list) {
      return list.items().stream().map(YamlFuzz::describe).toList().toString();
    }
    return ((Mapping) node)
        .entries().values().stream()
            .map(entry -> describe(entry.key()) + "=" + describe(entry.value()))
            .toList()
            .toString();
  }
}
