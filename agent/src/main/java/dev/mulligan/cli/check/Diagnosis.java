package dev.mulligan.cli.check;

import dev.mulligan.match.ClassFacts;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.MethodPattern;
import dev.mulligan.match.PatternException;
import dev.mulligan.match.RuleMatcher;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why a pattern matches nothing. It is tried again with less and less in it: without parameters,
 * modifiers and types, then without the method's name; what fits first tells what was wrong.
 */
final class Diagnosis {

  private static final int LISTED = 3;

  private final ClassPath classPath;
  private final KnownTypes types;

  Diagnosis(ClassPath classPath, KnownTypes types) {
    this.classPath = classPath;
    this.types = types;
  }

  /**
   * @return a line for each pattern
   */
  List<String> of(List<MethodPattern> unused, RulePatterns rule) {
    return unused.stream().map(pattern -> of(pattern, rule)).toList();
  }

  private String of(MethodPattern pattern, RulePatterns rule) {
    String type = declaringType(pattern);
    Map<String, List<String>> inType = methods(type + ".*(..)");
    if (inType.isEmpty()) {
      return pattern + ": " + noClass(pattern, type);
    }
    Map<String, List<String>> byName = methods(type + "." + pattern.methodName() + "(..)");
    if (byName.isEmpty()) {
      return pattern + ": " + noMethod(pattern, inType);
    }
    return pattern
        + ": "
        + (methods(pattern.toString()).isEmpty() ? otherwise(byName, rule) : abstractOnly(pattern));
  }

  private String abstractOnly(MethodPattern pattern) {
    boolean jdk = pattern.exactType().filter(types::isOfJdk).isPresent();
    return "it is abstract, and nothing on this class path implements it"
        + (jdk
            ? ". The JDK's own classes match only by their exact names: name the JDK class that"
                + " implements it"
            : "");
  }

  private static String otherwise(Map<String, List<String>> byName, RulePatterns rule) {
    String there =
        byName.values().stream()
            .flatMap(List::stream)
            .limit(LISTED)
            .collect(Collectors.joining(", "));
    return "the name fits, something else does not: there is "
        + there
        + (rule.exclude().isEmpty() ? "" : "; mind the rule's 'exclude'");
  }

  private String noClass(MethodPattern pattern, String type) {
    if (pattern.exactType().isEmpty()) {
      return "no class fits " + type;
    }
    List<String> names = classPath.classes().stream().map(ClassFile::className).toList();
    Optional<String> nearest = NearestName.ofClass(pattern.exactType().get(), names);
    return "there is no class "
        + pattern.exactType().get()
        + nearest.map(name -> ": did you mean " + name + "?").orElse(" on this class path");
  }

  private static String noMethod(MethodPattern pattern, Map<String, List<String>> inType) {
    Optional<String> nearest = NearestName.of(pattern.methodName(), inType.keySet());
    return "no method is called "
        + pattern.methodName()
        + nearest
            .map(
                name ->
                    ": did you mean "
                        + String.join(", ", inType.getOrDefault(name, List.of()))
                        + "?")
            .orElse(
                "; there are "
                    + inType.keySet().stream().limit(LISTED).collect(Collectors.joining(", ")));
  }

  /** By name, with their signatures. */
  private Map<String, List<String>> methods(String text) {
    try {
      RulePatterns loose =
          new RulePatterns("", List.of(MethodPattern.parse(text)), List.of(), true);
      RuleMatcher matcher = new RuleMatcher(List.of(loose));
      Map<String, List<String>> methods = new TreeMap<>();
      new ClassScan(classPath).forEach(facts -> collect(facts, matcher, methods));
      loose
          .match()
          .get(0)
          .exactType()
          .flatMap(types::find)
          .ifPresent(facts -> collect(facts, matcher, methods));
      return methods;
    } catch (PatternException e) {
      throw new IllegalStateException("a part of a pattern is no pattern: " + text, e);
    }
  }

  private void collect(ClassFacts facts, RuleMatcher matcher, Map<String, List<String>> methods) {
    for (MethodMatch match : matcher.match(facts, types, List.of()).methods()) {
      List<String> signatures =
          methods.computeIfAbsent(match.method().name(), none -> new ArrayList<>());
      String signature = facts.name() + "." + match.method().signature();
      if (!signatures.contains(signature)) {
        signatures.add(signature);
      }
    }
  }

  /** The last word before the parameters, without the method. */
  private static String declaringType(MethodPattern pattern) {
    String head = pattern.toString().substring(0, pattern.toString().indexOf('(')).strip();
    String member = head.substring(Math.max(head.lastIndexOf(' '), head.lastIndexOf('\t')) + 1);
    return member.substring(0, member.length() - pattern.methodName().length() - 1);
  }
}
