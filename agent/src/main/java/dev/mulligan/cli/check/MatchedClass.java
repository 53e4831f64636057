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
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * A class with matched methods and the findings about them.
 *
 * @param unwoven methods that cannot be woven, found by a trial weave, with the reason
 */
record MatchedClass(
    String name, String origin, MethodWarnings warnings, Map<MethodFacts, String> unwoven) {

  /**
   * @param awaits whether a rule awaits futures, by its index
   * @return empty when the class file has become unreadable meanwhile
   */
  static Optional<MatchedClass> of(
      String name,
      ClassMatch match,
      ClassPath classPath,
      KnownTypes types,
      TrialWeaver weaver,
      IntPredicate awaits) {
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
              weaver.refused(name, bytes.get(), eligible(match), unawaited(match, awaits))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Set<MethodFacts> unawaited(ClassMatch match, IntPredicate awaits) {
    return match.methods().stream()
        .filter(method -> !awaits.test(method.owners().get(0).rule()))
        .map(MethodMatch::method)
        .collect(Collectors.toSet());
  }

  private static List<MethodFacts> eligible(ClassMatch match) {
    return match.methods().stream()
        .filter(method -> method.refusal().isEmpty())
        .map(MethodMatch::method)
        .toList();
  }

  /** Why the method would not be woven; empty if it would be. */
  Optional<String> refusal(MethodMatch method) {
    return method.refusal().or(() -> Optional.ofNullable(unwoven.get(method.method())));
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
