package dev.mulligan.it.harness;

import java.nio.file.Path;
import java.util.List;

/** The jar of the library, for applications that use it beside the agent. */
public final class LibraryJar {

  private LibraryJar() {}

  /**
   * @throws IllegalStateException when it was not built
   */
  public static Path path() {
    Path folder = Path.of("../runtime/target").toAbsolutePath().normalize();
    List<Path> jars =
        App.filesIn(folder, "-SNAPSHOT.jar").stream()
            .filter(jar -> folder.equals(jar.getParent()))
            .toList();
    if (jars.size() != 1) {
      throw new IllegalStateException(
          "expected one jar in " + folder + ", found " + jars + ": build it with mvn package");
    }
    return jars.get(0);
  }
}
