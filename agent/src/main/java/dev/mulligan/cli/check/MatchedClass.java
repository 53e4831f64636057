package dev.mulligan.cli.check;

import dev.mulligan.match.ClassMatch;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.TrialWeaver;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class with matched methods and the findings about them.
 *
 * @param unwoven methods that would not be woven, with the reason
 */
record MatchedClass(
    String name, String origin, MethodWarnings warnings, Map<MethodFacts, String> unwoven) {

  /** Returns empty when the class file has become unreadable meanwhile. */
  static Optional<MatchedClass> of(
      String name, ClassMatch match, ClassPath classPath, KnownTypes types, TrialWeaver weaver) {
    try {
      Optional<byte[]> bytes = types.files().bytes(name);
      Optional<ClassFacts> facts = types.find(name);
      if (bytes.isEmpty() || facts.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new MatchedClass(
              name,
              classPath.find(name).map(ClassFile::origin).orElse("the JDK"),
              new MethodWarnings(bytes.get(), types),
              weaver.refused(facts.get(), bytes.get(), match.methods())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Why the method would not be woven; empty if it would be. */
  Optional<String> refusal(MethodMatch method) {
    return Optional.ofNullable(unwoven.get(method.method()));
  }

  /** The methods that a rule retries. */
  List<MethodFacts> wovenBy(int rule, List<MethodMatch> methods) {
    return methods.stream()
        .filter(method -> refusal(method).isEmpty())
        .filter(method -> method.owners().stream().anyMatch(owner -> owner.rule() == rule))
        .map(MethodMatch::method)
        .toList();
  }

  /**
   * Whether to report a match. An abstract method is not reported: the rule means its
   * implementations.
   */
  static boolean isFinding(MethodMatch method) {
    return !Modifier.isAbstract(method.method().access());
  }

  String nameOf(MethodFacts method) {
    return name + "." + method.signature();
  }
}
