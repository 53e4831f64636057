package dev.mulligan.rules;

import dev.mulligan.log.Log;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import dev.mulligan.rules.value.LogLevels;
import dev.mulligan.text.NearestName;
import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses the agent's options. */
final class AgentArgumentsParser {

  static final String RULES = "rules";
  static final String STRICT = "strict";
  static final String LOG_LEVEL = "log-level";

  private static final List<String> OPTIONS = List.of(RULES, STRICT, LOG_LEVEL);
  private static final List<String> TRUTHS = List.of("true", "false");

  private final String text;
  private final SourceText source;
  private final Problems problems = new Problems();
  private final Set<String> seen = new HashSet<>();
  private Optional<String> rules = Optional.empty();
  private boolean strict;
  private Optional<Log.Level> logLevel = Optional.empty();

  AgentArgumentsParser(String text) {
    this.text = text;
    this.source = new SourceText(new File("agent options"), text);
  }

  AgentArguments parse(Environment environment) {
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      readOption(text.substring(start, end), start);
      start = end + 1;
    }
    return new AgentArguments(
        rules.isPresent() ? RuleSource.option(rules.get()) : RuleSource.ofEnvironment(environment),
        strict,
        logLevel,
        problems.toList());
  }

  private void readOption(String option, int start) {
    int equals = option.indexOf('=');
    if (option.isBlank()) {
      problems.error(place(start), "an option is missing between commas");
    } else if (equals >= 0) {
      readOption(option.substring(0, equals).strip(), option.substring(equals + 1).strip(), start);
    } else if (start == 0) {
      readOption(RULES, option.strip(), start);
    } else {
      problems.error(
          place(start), "'" + option + "' has no value: write options as rules=FILE,strict=true");
    }
  }

  private void readOption(String name, String value, int start) {
    if (!OPTIONS.contains(name)) {
      Optional<String> nearest = NearestName.of(name, OPTIONS);
      String known = nearest.isPresent() ? "" : "; known are " + String.join(", ", OPTIONS);
      problems.error(place(start), "unknown option '" + name + "'" + known, nearest);
    } else if (!seen.add(name)) {
      problems.error(place(start), "the option '" + name + "' is given twice");
    } else if (value.isEmpty()) {
      problems.error(place(start), "the option '" + name + "' has no value");
    } else {
      set(name, value, start);
    }
  }

  private void set(String name, String value, int start) {
    switch (name) {
      case RULES -> rules = Optional.of(value);
      case STRICT -> strict = oneOf(TRUTHS, name, value, start) && value.equals("true");
      default -> {
        if (oneOf(LogLevels.words(), name, value, start)) {
          logLevel = LogLevels.of(value);
        }
      }
    }
  }

  private boolean oneOf(List<String> known, String name, String value, int start) {
    if (known.contains(value)) {
      return true;
    }
    problems.error(
        place(start),
        "'" + name + "' takes one of " + String.join(", ", known) + ", not '" + value + "'",
        NearestName.of(value, known));
    return false;
  }

  private Place place(int start) {
    return new Place(source, 1, text.codePointCount(0, start) + 1);
  }
}
