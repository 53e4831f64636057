package dev.mulligan.match.facts;

import java.util.Optional;

/** Finds the facts of classes by name. */
public interface TypeSource {

  /**
   * @param className in the form of {@link Class#getName}
   * @return empty when the class cannot be found
   */
  Optional<ClassFacts> find(String className);
}
