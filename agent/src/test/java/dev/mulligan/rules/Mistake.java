package dev.mulligan.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A rule file with a mistake, what is said about it, and what the JSON Schema thinks of it.
 *
 * @param schema {@code refuses}, {@code accepts} (a schema can't express it) or {@code unreadable}
 */
record Mistake(String title, String yaml, List<String> said, String schema) {

  private static final List<String> TOPICS =
      List.of(
          "keys",
          "strategies",
          "backoff",
          "conditions",
          "on-failure",
          "rules",
          "guards",
          "notifications",
          "agent",
          "yaml",
          "placeholders");

  private static final String TITLE = "## ";
  private static final String SAID = ">> ";
  private static final String SCHEMA = "schema: ";

  static List<Mistake> all() {
    List<Mistake> mistakes = new ArrayList<>();
    for (String topic : TOPICS) {
      for (String text : text("mistakes/" + topic + ".txt").split("(?m)^" + TITLE, -1)) {
        if (!text.isBlank()) {
          mistakes.add(parse(topic, text));
        }
      }
    }
    return mistakes;
  }

  private static Mistake parse(String topic, String text) {
    List<String> lines = text.lines().toList();
    StringBuilder yaml = new StringBuilder();
    List<String> said = new ArrayList<>();
    String schema = "";
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(SAID)) {
        said.add(line.substring(SAID.length()));
      } else if (line.startsWith(SCHEMA)) {
        schema = line.substring(SCHEMA.length());
      } else if (said.isEmpty()) {
        yaml.append(line).append('\n');
      }
    }
    return new Mistake(topic + ": " + lines.get(0), yaml.toString(), said, schema);
  }

  private static String text(String resource) {
    try (InputStream in = Mistake.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return title;
  }
}
