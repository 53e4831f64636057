package dev.mulligan.rules.source;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document into nodes that know their places. Works on the parser's events alone:
 * the layers above, which make Java objects, cost a tenth of a second of class loading and know no
 * places.
 */
public final class YamlReader {

  private final Environment environment;
  private final Problems problems;

  public YamlReader(Environment environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /**
   * @return empty when there is no document, or one that can't be read, which has been reported
   */
  public Optional<Node> read(SourceText source) {
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
