package dev.mulligan.rules.source;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** What the YAML parser complains of, with the remedy for what people usually did. */
record YamlMistake(Place place, String message) {

  static YamlMistake of(YAMLException thrown, SourceText source) {
    if (thrown instanceof ReaderException unprintable) {
      return new YamlMistake(
          source.placeAt(unprintable.getPosition()),
          String.format(
              "the character U+%04X is not allowed in YAML: remove it",
              unprintable.getCodePoint()));
    }
    if (thrown instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return of(marked, marked.getProblemMark(), source);
    }
    return new YamlMistake(source.placeAt(0), "this is not YAML: " + thrown.getMessage());
  }

  private static YamlMistake of(MarkedYAMLException marked, Mark mark, SourceText source) {
    String problem = marked.getProblem() == null ? "" : marked.getProblem();
    Place place = new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
    return new YamlMistake(place, "this is not YAML: " + problem + remedy(marked, problem));
  }

  private static String remedy(MarkedYAMLException marked, String problem) {
    if (problem.contains("TAB")) {
      return "; indent with spaces";
    }
    if (problem.contains("cannot start any token")) {
      return "; put the value in quotes";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "; a text with ': ' in it needs quotes, and keys of one map begin in one column";
    }
    @Nullable String context = marked.getContext();
    if (context == null) {
      return "";
    }
    if (context.contains("scanning an alias")) {
      return "; a pattern that starts with * needs quotes";
    }
    return context.startsWith("while parsing") || context.startsWith("while scanning")
        ? " (" + context + began(marked) + ")"
        : "";
  }

  private static String began(MarkedYAMLException marked) {
    Mark mark = marked.getContextMark();
    return mark == null ? "" : " that begins in line " + (mark.getLine() + 1);
  }

  void report(Problems problems) {
    problems.error(place, message);
  }
}
