package dev.mulligan.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A rule file never throws, and its mistakes show neither secrets nor control characters. */
public final class RuleFileFuzz {

  private static final String SECRET = "hunter2-hunter2";
  private static final Path FILE = file();

  private static final Environment ENVIRONMENT =
      new Environment() {
        @Override
        public Optional<String> variable(String name) {
          return Optional.of(SECRET);
        }

        @Override
        public Optional<String> property(String name) {
          return Optional.of(SECRET);
        }

        @Override
        public String read(File file) {
          return SECRET;
        }
      };

  private RuleFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (new String(input, UTF_8).contains(SECRET)) {
      return; // the fuzzer has learnt it: then the file shows it itself
    }
    Files.write(FILE, input);
    for (Problem problem : RuleFileReader.read(FILE.toFile(), ENVIRONMENT).problems()) {
      check(problem.render());
    }
  }

  private static void check(String problem) {
    if (problem.contains(SECRET)) {
      throw new AssertionError("a secret is shown: " + problem);
    }
    for (int i = 0; i < problem.length(); i++) {
      char c = problem.charAt(i);
      if (c != '\n' && c != '\t' && Character.isISOControl(c)) {
        throw new AssertionError("character " + (int) c + " is shown: " + problem);
      }
    }
  }

  private static Path file() {
    try {
      Path file = Files.createTempFile("rules", ".yaml");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
