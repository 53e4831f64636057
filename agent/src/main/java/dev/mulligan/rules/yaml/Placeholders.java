package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.yaml.Scalar.Origin;
import dev.mulligan.text.NearestName;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Resolves the placeholders {@code ${env:NAME}}, {@code ${env:NAME:-default}}, {@code ${sys:name}}
 * and {@code ${file:path}}. A doubled dollar sign escapes a placeholder. Values are not resolved
 * again.
 */
final class Placeholders {

  private static final String START = "${";
  private static final String DEFAULT = ":-";
  private static final List<String> KINDS = List.of("env", "sys", "file");

  private final Environment environment;
  private final Problems problems;

  Placeholders(Environment environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  Scalar fill(Scalar scalar) {
    return scalar.text().contains(START) ? fillAll(scalar) : scalar;
  }

  private Scalar fillAll(Scalar scalar) {
    String written = scalar.text();
    StringBuilder filled = new StringBuilder();
    Origin origin = Origin.FILE;
    int from = 0;
    int start = written.indexOf(START);
    while (start >= 0) {
      if (start > from && written.charAt(start - 1) == '$') {
        filled.append(written, from, start - 1).append(START);
        from = start + START.length();
      } else {
        filled.append(written, from, start);
        int end = written.indexOf('}', start);
        Optional<String> value = end < 0 ? unclosed(scalar, start) : value(scalar, start, end);
        if (value.isEmpty()) {
          return new Scalar(scalar.place(), written, written, scalar.style(), Origin.MISSING);
        }
        filled.append(value.get());
        origin = Origin.PLACEHOLDER;
        from = end + 1;
      }
      start = written.indexOf(START, from);
    }
    filled.append(written, from, written.length());
    return new Scalar(scalar.place(), filled.toString(), written, scalar.style(), origin);
  }

  private Optional<String> unclosed(Scalar scalar, int start) {
    problems.error(scalar.placeAt(start), "the placeholder's closing '}' is missing");
    return Optional.empty();
  }

  private Optional<String> value(Scalar scalar, int start, int end) {
    String content = scalar.text().substring(start + START.length(), end);
    int colon = content.indexOf(':');
    String kind = colon < 0 ? "" : content.substring(0, colon);
    String rest = content.substring(colon + 1);
    int fallback = rest.indexOf(DEFAULT);
    String name = fallback < 0 ? rest : rest.substring(0, fallback);
    Place place = scalar.placeAt(start);
    if (!KINDS.contains(kind)) {
      return unknownKind(place, content, kind);
    }
    if (name.isBlank()) {
      problems.error(place, "the placeholder's name is missing: write ${" + kind + ":NAME}");
      return Optional.empty();
    }
    if (fallback < 0) {
      return lookUp(place, kind, name);
    }
    Optional<String> found = lookUpQuietly(place, kind, name);
    return found.isPresent() && !found.get().isEmpty()
        ? found
        : Optional.of(rest.substring(fallback + DEFAULT.length()));
  }

  private Optional<String> unknownKind(Place place, String content, String kind) {
    if (kind.isEmpty() || content.startsWith(kind + DEFAULT)) {
      problems.error(
          place,
          "write a placeholder as ${env:NAME}, ${sys:name} or ${file:path}",
          Optional.of("${env:" + content + "}"));
      return Optional.empty();
    }
    problems.error(
        place,
        "unknown placeholder '" + kind + "'; known are env, sys and file",
        NearestName.of(kind, KINDS));
    return Optional.empty();
  }

  private Optional<String> lookUp(Place place, String kind, String name) {
    try {
      Optional<String> found = find(place, kind, name);
      if (found.isEmpty()) {
        problems.error(place, missing(kind, name));
      }
      return found;
    } catch (IOException e) {
      problems.error(place, "the file " + name + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String missing(String kind, String name) {
    String remedy = ": set it, or write ${" + kind + ":" + name + ":-default}";
    return kind.equals("env")
        ? "the environment variable " + name + " is not set" + remedy
        : "the system property " + name + " is not set" + remedy;
  }

  private Optional<String> lookUpQuietly(Place place, String kind, String name) {
    try {
      return find(place, kind, name);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> find(Place place, String kind, String name) throws IOException {
    return switch (kind) {
      case "env" -> environment.variable(name);
      case "sys" -> environment.property(name);
      default -> Optional.of(environment.read(fileOf(place, name)).stripTrailing());
    };
  }

  private static File fileOf(Place place, String name) {
    File file = new File(name);
    return file.isAbsolute() ? file : new File(place.source().file().getParentFile(), name);
  }
}
