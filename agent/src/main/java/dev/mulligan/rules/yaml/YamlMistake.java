package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Translates an error of the YAML parser for the author of a rule file: it names the usual mistake
 * and the remedy.
 */
record YamlMistake(Place place, String message) {

  static YamlMistake of(YAMLException thrown, SourceText source) {
    if (thrown instanceof ReaderException unprintable) {
      return new YamlMistake(
          source.placeAt(unprintable.getPosition()),
          String.format(
              "the character U+%04X is not allowed in YAML: remove it",
              unprintable.getCodePoint()));
    }
    if (thrown instanceof MarkedYAMLException marked) {
      return new Complaint(
              text(marked.getProblem()),
              place(marked.getProblemMark(), source),
              text(marked.getContext()),
              place(marked.getContextMark(), source))
          .translated();
    }
    return new YamlMistake(source.placeAt(0), "this is not YAML: " + thrown.getMessage());
  }

  void report(Problems problems) {
    problems.error(place, message);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Place place(@Nullable Mark mark, SourceText source) {
    return mark == null
        ? source.placeAt(0)
        : new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /**
   * An error in the parser's wording.
   *
   * @param context the construct that the parser was reading
   * @param began where that construct begins
   */
  private record Complaint(String problem, Place at, String context, Place began) {

    YamlMistake translated() {
      if (problem.contains("TAB")) {
        return new YamlMistake(at, "YAML does not allow tabs for indentation: use spaces");
      }
      if (problem.contains("cannot start any token")) {
        return new YamlMistake(at, "a value cannot begin with this character: put it in quotes");
      }
      if (context.contains("scanning an alias")) {
        return new YamlMistake(
            began, "YAML reads a * at the start as an alias: put the pattern in quotes");
      }
      if (problem.contains("end of stream") && context.contains("quoted scalar")) {
        return new YamlMistake(began, "this quote is never closed");
      }
      if (problem.contains("unknown escape character")) {
        return new YamlMistake(
            at, "an unknown escape: write \\\\ for a backslash, or use single quotes");
      }
      return untranslated();
    }

    private YamlMistake untranslated() {
      String during = context.isEmpty() ? "" : " (" + context + " from line " + began.line() + ")";
      return new YamlMistake(at, "this is not YAML: " + problem.strip() + during + remedy());
    }

    private String remedy() {
      if (problem.startsWith("mapping values are not allowed")
          || (problem.startsWith("expected ','") && problem.endsWith(":"))) {
        return "; a text with ': ' in it needs quotes";
      }
      if (problem.contains("<stream end>")) {
        return "; a closing ] or } is missing";
      }
      return problem.contains("<block end>")
          ? "; indent lines that belong together by the same number of spaces"
          : "";
    }
  }
}
