package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rule files as a user would write them. */
public final class RuleFile {

  private RuleFile() {}

  /** The text as {@code rules.yaml} in the folder. */
  public static Path in(Path folder, String yaml) {
    try {
      return Files.writeString(folder.resolve("rules.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
