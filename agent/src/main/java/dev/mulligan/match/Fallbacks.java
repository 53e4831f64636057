package dev.mulligan.match;

import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether a rule's fallback fits a method, and finds fallback methods. */
public final class Fallbacks {

  private Fallbacks() {}

  /** Why the fallback does not fit: names the expected method and the existing ones. */
  static Optional<String> refusal(ClassFacts type, MethodFacts method, Fallback fallback) {
    if (fallback instanceof Fallback.Value value) {
      return FallbackValues.fit(method, value.literal())
          ? Optional.empty()
          : Optional.of(
              "it returns "
                  + described(method)
                  + ", but its rule's fallback value is "
                  + FallbackValues.describe(value.literal())
                  + ": write a value of that type, or fallback: {method: …}");
    }
    return fallback instanceof Fallback.Method named
        ? methodRefusal(type, method, named.name())
        : Optional.empty();
  }

  private static String described(MethodFacts method) {
    if (Guardable.isSuspending(method)) {
      return FallbackValues.typeOf(method);
    }
    String returned = TypeNames.returnType(method.descriptor());
    if (!Guardable.isGuardedLater(returned) || Guardable.isWithoutValue(returned)) {
      return returned;
    }
    String simple = returned.substring(returned.lastIndexOf('.') + 1);
    String of = simple.endsWith("Future") || simple.endsWith("Stage") ? "future" : simple;
    return "a " + of + " of " + FallbackValues.typeOf(method);
  }

  /** The fallback method of this name that fits the method, if there is one. */
  public static Optional<MethodFacts> method(ClassFacts type, MethodFacts method, String name) {
    for (MethodFacts candidate : type.methods()) {
      if (isNamed(candidate, name) && fits(candidate, method)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(MethodFacts method, String name) {
    return method.name().equals(name) || method.sourceName().equals(name);
  }

  private static boolean fits(MethodFacts candidate, MethodFacts method) {
    return candidate.descriptor().equals(method.descriptor())
        && (candidate.isStatic() || !method.isStatic())
        && !candidate.isSameAs(method);
  }

  private static Optional<String> methodRefusal(ClassFacts type, MethodFacts method, String name) {
    if (method(type, method, name).isPresent()) {
      return Optional.empty();
    }
    String wanted = (method.isStatic() ? "static " : "") + described(method, name);
    return Optional.of(
        isNamed(method, name)
            ? "it would be its own fallback: exclude it from its rule"
            : "its fallback must be '"
                + wanted
                + "' of "
                + type.name()
                + ", but there is "
                + existing(type, method, name));
  }

  private static String existing(ClassFacts type, MethodFacts method, String name) {
    List<String> found = new ArrayList<>();
    for (MethodFacts candidate : type.methods()) {
      if (isNamed(candidate, name)) {
        boolean needsObject = method.isStatic() && !candidate.isStatic();
        found.add(
            "'" + described(candidate, name) + "'" + (needsObject ? ", which is not static" : ""));
      }
    }
    return found.isEmpty() ? "no method of that name" : String.join(" and ", found);
  }

  private static String described(MethodFacts method, String name) {
    return TypeNames.returnType(method.descriptor())
        + " "
        + name
        + "("
        + String.join(", ", method.parameters())
        + ")";
  }
}
