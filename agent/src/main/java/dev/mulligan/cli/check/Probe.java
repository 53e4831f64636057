package dev.mulligan.cli.check;

import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.match.pattern.PatternException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A pattern that matches nothing, tried again with less and less in it: as it is, then without
 * parameters, modifiers and return type, then without the method's name. What fits first tells what
 * was wrong.
 */
final class Probe {

  /**
   * A looser form of the pattern.
   *
   * @param found takes a method that it matches, with the class
   */
  record Attempt(RulePatterns rule, BiConsumer<String, MethodMatch> found) {}

  /** Enough to find a near name in; a wildcard may reach a hundred thousand methods. */
  private static final int MOST_NAMES = 2_000;

  private final MethodPattern pattern;
  private final String declaringType;
  private final Map<String, List<String>> inType = new TreeMap<>();
  private final List<String> withName = new ArrayList<>();
  private boolean whole;

  Probe(MethodPattern pattern) {
    this.pattern = pattern;
    this.declaringType = declaringType(pattern);
  }

  /** The last word before the parameters, without the method. */
  private static String declaringType(MethodPattern pattern) {
    String head = pattern.toString().substring(0, pattern.toString().indexOf('(')).strip();
    String member = head.substring(Math.max(head.lastIndexOf(' '), head.lastIndexOf('\t')) + 1);
    return member.substring(0, member.length() - pattern.methodName().length() - 1);
  }

  /** From the strictest to the loosest. */
  List<Attempt> attempts() {
    return List.of(
        new Attempt(rule(pattern.toString()), (type, match) -> whole = true),
        new Attempt(
            rule(declaringType + "." + pattern.methodName() + "(..)"),
            (type, match) -> withName.add(signature(type, match))),
        new Attempt(rule(declaringType + ".*(..)"), this::inType));
  }

  private static RulePatterns rule(String text) {
    try {
      return new RulePatterns("", List.of(MethodPattern.parse(text)), List.of(), true, true);
    } catch (PatternException e) {
      throw new IllegalStateException("a part of a pattern is no pattern: " + text, e);
    }
  }

  private void inType(String type, MethodMatch match) {
    if (inType.size() < MOST_NAMES) {
      inType
          .computeIfAbsent(match.method().name(), none -> new ArrayList<>())
          .add(signature(type, match));
    }
  }

  private static String signature(String type, MethodMatch match) {
    return type + "." + match.method().signature();
  }

  MethodPattern pattern() {
    return pattern;
  }

  String declaringType() {
    return declaringType;
  }

  /** Signatures by name. */
  Map<String, List<String>> inType() {
    return inType;
  }

  List<String> withName() {
    return withName;
  }

  /** It did match: abstract methods, which are never woven themselves. */
  boolean isWhole() {
    return whole;
  }
}
