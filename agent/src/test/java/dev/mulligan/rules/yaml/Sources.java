package dev.mulligan.rules.yaml;

import dev.mulligan.rules.FakeEnvironment;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problem;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import java.io.File;
import java.util.List;
import java.util.Optional;

/** Reads YAML for tests. */
final class Sources {

  private final Problems problems = new Problems();
  private final Environment environment;

  Sources() {
    this(new FakeEnvironment());
  }

  Sources(Environment environment) {
    this.environment = environment;
  }

  Node read(String yaml) {
    return new YamlReader(environment, problems)
        .read(new SourceText(new File("rules.yaml"), yaml))
        .orElseThrow(() -> new AssertionError(problems.toList().toString()));
  }

  /** The problems of a file that may be unreadable. */
  List<String> problemsOf(String yaml) {
    SourceText source = new SourceText(new File("rules.yaml"), yaml);
    Optional<Node> unused = new YamlReader(environment, problems).read(source);
    return problems();
  }

  List<String> problems() {
    return problems.toList().stream().map(Problem::toString).toList();
  }

  static Node at(Node map, String key) {
    Mapping.Entry entry = ((Mapping) map).entries().get(key);
    if (entry == null) {
      throw new AssertionError("no key " + key);
    }
    return entry.value();
  }

  static Node at(Node list, int index) {
    return ((Sequence) list).items().get(index);
  }

  static String text(Node scalar) {
    return ((Scalar) scalar).text();
  }
}
