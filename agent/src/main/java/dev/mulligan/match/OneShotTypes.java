package dev.mulligan.match;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ComponentFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import dev.mulligan.replay.OneShotValues;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds parameters whose objects can be read only once: a failed attempt may have consumed them,
 * and the next attempt would find nothing, or only the rest.
 */
public final class OneShotTypes {

  /** What holds the objects of its type arguments. Other types may take them, or make new ones. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "java.lang.Iterable",
          "java.util.Map",
          "java.util.Map$Entry",
          "java.util.Optional",
          "java.util.concurrent.Future",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.atomic.AtomicReference",
          "kotlin.Pair",
          "kotlin.Triple");

  /** Types that tell nothing about an object, and containers, whose type arguments may. */
  private static final Set<String> WIDE =
      Set.of(
          "java.io.Closeable",
          "java.io.Serializable",
          "java.lang.AutoCloseable",
          "java.lang.Cloneable",
          "java.lang.Comparable",
          "java.lang.Iterable",
          "java.lang.Object",
          "java.util.ArrayList",
          "java.util.Collection",
          "java.util.HashMap",
          "java.util.List",
          "java.util.Map",
          "java.util.Optional",
          "java.util.Set");

  /** Records in records; a guess. */
  private static final int DEPTH = 3;

  private OneShotTypes() {}

  /**
   * The method's parameters that can be read only once: those of a one-shot type or a subtype, and
   * containers and records that hold one. In words, such as {@code java.util.List with
   * java.io.InputStream}.
   */
  public static List<String> of(MethodFacts method, TypeSource types) {
    List<String> found = new ArrayList<>();
    List<String> parameters = method.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      find(parameters.get(i), method.typeArgumentsOf(i), types, DEPTH).ifPresent(found::add);
    }
    return found;
  }

  /**
   * Whether the declared types leave open what a parameter is: {@code Object}, a type variable, a
   * container of them. {@link OneShotValues} then asks the objects of a failed call.
   */
  public static boolean mayHold(MethodFacts method) {
    List<String> parameters = method.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (isOpen(parameters.get(i).replace("[]", ""), method.typeArgumentsOf(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(String type, List<String> arguments) {
    return WIDE.contains(type)
        && (arguments.isEmpty() || arguments.stream().anyMatch(WIDE::contains));
  }

  private static Optional<String> find(
      String declared, List<String> arguments, TypeSource types, int depth) {
    String type = declared.replace("[]", "");
    if (isSubtype(type, OneShotValues.TYPES, types)) {
      return Optional.of(declared);
    }
    if (depth == 0) {
      return Optional.empty();
    }
    if (!arguments.isEmpty() && isSubtype(type, CONTAINERS, types)) {
      for (String argument : arguments) {
        Optional<String> held = find(argument, List.of(), types, depth - 1);
        if (held.isPresent()) {
          return Optional.of(declared + " with " + held.get());
        }
      }
    }
    return inRecord(declared, type, types, depth);
  }

  private static Optional<String> inRecord(
      String declared, String type, TypeSource types, int depth) {
    if (!mayHaveParents(type)) {
      return Optional.empty();
    }
    for (ComponentFacts component :
        types.find(type).map(ClassFacts::components).orElse(List.of())) {
      Optional<String> held = find(component.type(), component.typeArguments(), types, depth - 1);
      if (held.isPresent()) {
        return Optional.of(declared + " with " + held.get());
      }
    }
    return Optional.empty();
  }

  private static boolean isSubtype(String typeName, Set<String> of, TypeSource types) {
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add(typeName);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (of.contains(name)) {
        return true;
      }
      if (mayHaveParents(name) && !name.equals(OneShotValues.LINKED_LIST) && seen.add(name)) {
        Optional<ClassFacts> facts = types.find(name);
        if (facts.isPresent()) {
          open.addAll(facts.get().parents());
        }
      }
    }
    return false;
  }

  /**
   * Skips {@code java.lang}, where most parameter types come from: its one-shot types are named.
   */
  private static boolean mayHaveParents(String name) {
    return name.indexOf('.') > 0 && !name.startsWith("java.lang.");
  }
}
