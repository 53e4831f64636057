package dev.mulligan.match;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
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

  /**
   * The one-shot types. Servlet subtypes are listed too: {@code check} may not find a container's
   * classes.
   */
  private static final Set<String> NAMES =
      Set.of(
          "java.io.InputStream",
          "java.io.Reader",
          "java.nio.channels.ReadableByteChannel",
          "java.util.Enumeration",
          "java.util.Iterator",
          "java.util.Spliterator",
          "java.util.concurrent.Flow$Publisher",
          "java.util.stream.BaseStream",
          "org.reactivestreams.Publisher",
          "javax.servlet.ServletRequest",
          "javax.servlet.http.HttpServletRequest",
          "jakarta.servlet.ServletRequest",
          "jakarta.servlet.http.HttpServletRequest");

  private OneShotTypes() {}

  /** The declared types of the method's parameters that are one-shot types or subtypes of them. */
  public static List<String> of(MethodFacts method, TypeSource types) {
    List<String> found = new ArrayList<>();
    for (String parameter : method.parameters()) {
      if (isOneShot(parameter.replace("[]", ""), types)) {
        found.add(parameter);
      }
    }
    return found;
  }

  private static boolean isOneShot(String typeName, TypeSource types) {
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add(typeName);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (NAMES.contains(name)) {
        return true;
      }
      if (mayHaveParents(name) && seen.add(name)) {
        Optional<ClassFacts> facts = types.find(name);
        if (facts.isPresent()) {
          open.addAll(facts.get().parents());
        }
      }
    }
    return false;
  }

  /** Skips {@code java.lang}, where most parameter types come from: it has no one-shot types. */
  private static boolean mayHaveParents(String name) {
    return name.indexOf('.') > 0 && !name.startsWith("java.lang.");
  }
}
