package dev.mulligan.it.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jar of the API, against which applications that query their attempt are compiled. */
public final class ApiJar {

  private ApiJar() {}

  /**
   * @throws IllegalStateException when it was not built
   */
  public static Path path() {
    Path jar = Path.of("../api/target/mulligan-api.jar").toAbsolutePath().normalize();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing: build it with mvn package");
    }
    return jar;
  }
}
