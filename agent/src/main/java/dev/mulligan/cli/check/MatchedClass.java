package dev.mulligan.cli.check;

import dev.mulligan.match.ClassFacts;
import dev.mulligan.match.MethodFacts;
import java.io.IOException;
import java.util.Optional;

/** A class in which something matched, looked at more closely. */
record MatchedClass(String name, String origin, Cautions cautions) {

  /** Empty when it was readable a moment ago and is no more. */
  static Optional<MatchedClass> of(String name, ClassPath classPath, KnownTypes types) {
    try {
      Optional<ClassFile> file = classPath.find(name);
      Optional<byte[]> bytes =
          file.isPresent() ? Optional.of(file.get().bytes()) : types.jdkBytes(name);
      Optional<ClassFacts> facts = types.find(name);
      if (bytes.isEmpty() || facts.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new MatchedClass(
              name,
              file.map(ClassFile::origin).orElse("the JDK"),
              new Cautions(facts.get(), bytes.get(), types)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  String nameOf(MethodFacts method) {
    return name + "." + method.signature();
  }
}
