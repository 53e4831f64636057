package dev.mulligan.rules.source;

import java.io.File;
import java.io.IOException;
import java.util.Optional;

/** The source of values for placeholders and defaults. */
public interface Environment {

  /** An environment variable. */
  Optional<String> variable(String name);

  /** A system property of the JVM. */
  Optional<String> property(String name);

  /**
   * The text of a small file, such as a mounted secret.
   *
   * @throws IOException when it cannot be read; the message gives the reason
   */
  String read(File file) throws IOException;

  /** The environment of this process. */
  static Environment ofProcess() {
    return new ProcessEnvironment();
  }
}
