package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import java.util.Optional;

/** Reads one YAML document into nodes that know their places. */
public final class YamlReader {

  private final Environment environment;
  private final Problems problems;

  public YamlReader(Environment environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /**
   * @return empty when there is no document, or an unreadable one, which has been reported
   */
  public Optional<Node> read(SourceText source) {
    Optional<Node> ordinary = OrdinaryYaml.read(source, environment);
    return ordinary.isPresent() ? ordinary : EventYaml.read(source, environment, problems);
  }
}
