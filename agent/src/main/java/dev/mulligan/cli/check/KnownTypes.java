package dev.mulligan.cli.check;

import dev.mulligan.match.ClassFacts;
import dev.mulligan.match.ClassFactsReader;
import dev.mulligan.match.TypeSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The classes of a class path, and behind them those of the JDK that runs this command. */
final class KnownTypes implements TypeSource {

  private final ClassPath classPath;
  private final JdkClasses jdk = new JdkClasses();
  private final Map<String, Optional<ClassFacts>> found = new HashMap<>();

  KnownTypes(ClassPath classPath) {
    this.classPath = classPath;
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

  /** Whether it comes with the JDK and not with the class path. */
  boolean isOfJdk(String className) {
    return classPath.find(className).isEmpty() && find(className).isPresent();
  }

  private Optional<ClassFacts> read(String className) {
    try {
      Optional<ClassFile> file = classPath.find(className);
      if (file.isPresent()) {
        return Optional.of(
            ClassFactsReader.read(file.get().bytes(), ClassFacts.Origin.APPLICATION));
      }
      return jdk.bytes(className).map(bytes -> ClassFactsReader.read(bytes, ClassFacts.Origin.JDK));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      return Optional.empty();
    }
  }

  Optional<byte[]> jdkBytes(String className) throws IOException {
    return jdk.bytes(className);
  }
}
