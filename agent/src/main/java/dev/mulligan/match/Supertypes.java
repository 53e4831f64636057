package dev.mulligan.match;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.TypeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All supertypes of a class that can be found: superclasses first, nearest first. */
public final class Supertypes {

  private Supertypes() {}

  public static List<ClassFacts> of(ClassFacts type, TypeSource types) {
    List<ClassFacts> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(type.parents());
    while (!open.isEmpty()) {
      String name = open.poll();
      if (!name.equals("java.lang.Object") && seen.add(name)) {
        types
            .find(name)
            .ifPresent(
                parent -> {
                  found.add(parent);
                  parent.superclass().ifPresent(open::addFirst);
                  open.addAll(parent.interfaces());
                });
      }
    }
    return found;
  }
}
