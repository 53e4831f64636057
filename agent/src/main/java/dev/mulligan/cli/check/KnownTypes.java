package dev.mulligan.cli.check;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.TypeSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The facts of the classes of a class path and of the JDK that runs this command. */
final class KnownTypes implements TypeSource {

  private final ClassPath classPath;
  private final ClassFiles files;
  private final Map<String, Optional<ClassFacts>> found = new HashMap<>();

  KnownTypes(ClassPath classPath) {
    this.classPath = classPath;
    this.files = new ClassFiles(classPath);
  }

  @Override
  public Optional<ClassFacts> find(String className) {
    Optional<ClassFacts> known = found.get(className);
    if (known == null) {
      known = read(className);
      found.put(className, known);
    }
    return known;
  }

  /**
   * Finds a class whose nested name may be written with dots, by trying the last dots as {@code $}.
   */
  Optional<ClassFacts> findAsWritten(String name) {
    String candidate = name;
    int dot = candidate.length();
    while (dot >= 0) {
      Optional<ClassFacts> facts = find(candidate);
      if (facts.isPresent()) {
        return facts;
      }
      dot = candidate.lastIndexOf('.');
      if (dot >= 0) {
        candidate = candidate.substring(0, dot) + "$" + candidate.substring(dot + 1);
      }
    }
    return Optional.empty();
  }

  /** Whether the class belongs to the JDK and not to the class path. */
  boolean isOfJdk(String className) {
    return classPath.find(className).isEmpty() && find(className).isPresent();
  }

  private Optional<ClassFacts> read(String className) {
    try {
      Origin origin = classPath.find(className).isPresent() ? Origin.APPLICATION : Origin.JDK;
      return files.bytes(className).map(bytes -> ClassFactsReader.read(bytes, origin));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      return Optional.empty();
    }
  }

  ClassFiles files() {
    return files;
  }
}
