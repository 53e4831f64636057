package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import dev.mulligan.rules.source.UnreadableException;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads any YAML with SnakeYAML. It uses only the parser's events: the upper layers, which create
 * Java objects, need a tenth of a second for class loading and do not keep places.
 */
final class EventYaml {

  private EventYaml() {}

  static Optional<Node> read(SourceText source, Environment environment, Problems problems) {
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(source.text()), new LoaderOptions());
      Placeholders placeholders = new Placeholders(environment, problems);
      return new NodeReader(source, parser, placeholders, problems).document();
    } catch (YAMLException e) {
      YamlMistake.of(e, source).report(problems);
    } catch (UnreadableException e) {
      e.report(problems);
    }
    return Optional.empty();
  }
}
