package dev.mulligan.match.facts;

import java.util.Optional;

/** Where the facts of a class's supertypes come from. */
public interface TypeSource {

  /**
   * @param className as {@link Class#getName} gives it
   * @return empty when the class can't be found from here
   */
  Optional<ClassFacts> find(String className);
}
