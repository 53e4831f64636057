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
 * Tests ever looser forms of a pattern that matches nothing: first the pattern itself, then without
 * parameters, modifiers and return type, then without the method's name. The first form that
 * matches shows which part was wrong.
 */
final class Probe {

  /**
   * A looser form of the pattern.
   *
   * @param found receives each matching method, with its class
   */
  record Attempt(RulePatterns rule, BiConsumer<String, MethodMatch> found) {}

  /**
   * A limit: a wildcard may match a hundred thousand methods, and fewer suffice to find a similar
   * name.
   */
  private static final int MOST_NAMES = 2_000;

  private final MethodPattern pattern;
  private final String declaringType;
  private final Map<String, List<String>> inType = new TreeMap<>();
  private final List<String> withName = new ArrayList<>();
  private boolean matchesUnchanged;

  Probe(MethodPattern pattern) {
    this.pattern = pattern;
    this.declaringType = declaringType(pattern);
  }

  /** The last word before the parameters, without the method's name. */
  private static String declaringType(MethodPattern pattern) {
    String head = pattern.toString().substring(0, pattern.toString().indexOf('(')).strip();
    String member = head.substring(Math.max(head.lastIndexOf(' '), head.lastIndexOf('\t')) + 1);
    return member.substring(0, member.length() - pattern.methodName().length() - 1);
  }

  /** The forms, from the strictest to the loosest. */
  List<Attempt> attempts() {
    return List.of(
        new Attempt(rule(pattern.toString()), (type, match) -> matchesUnchanged = true),
        new Attempt(
            rule(declaringType + "." + pattern.methodName() + "(..)"),
            (type, match) -> withName.add(signature(type, match))),
        new Attempt(rule(declaringType + ".*(..)"), this::inType));
  }

  private static RulePatterns rule(String text) {
    try {
      return new RulePatterns("", List.of(MethodPattern.parse(text)), List.of(), true, true);
    } catch (PatternException e) {
      throw new IllegalStateException("not a valid pattern: " + text, e);
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

  /** The signatures in the declaring type, by method name. */
  Map<String, List<String>> inType() {
    return inType;
  }

  List<String> withName() {
    return withName;
  }

  /**
   * Whether the pattern itself matches; then it matches only abstract methods, which are never
   * woven.
   */
  boolean matchesUnchanged() {
    return matchesUnchanged;
  }
}
