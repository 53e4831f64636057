package dev.mulligan.rules.source;

import java.io.File;
import java.io.IOException;
import java.util.Optional;

/** The environment of this process. */
final class ProcessEnvironment implements Environment {

  private static final int LONGEST_SECRET = 64 * 1024;

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  @Override
  public Optional<String> property(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.ofNullable(System.getProperty(name));
  }

  @Override
  public String read(File file) throws IOException {
    return Utf8.decode(FileBytes.read(file, LONGEST_SECRET));
  }
}
