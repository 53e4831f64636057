package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule file is read before the application's main: what it loads is paid at every start. */
class StartUpTest {

  /** Runs in a JVM of its own. */
  static final class ReadsARuleFile {
    public static void main(String[] arguments) {
      if (!RuleFileReader.read(new File(arguments[0]), Environment.ofProcess())
          .problems()
          .isEmpty()) {
        throw new IllegalStateException();
      }
    }
  }

  private static List<String> loadedClasses() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                ReadsARuleFile.class.getName(),
                "../config-samples/rules/http-clients.yaml")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }

  @Test
  void loadsNoLambdasNoRegularExpressionMachineryOfItsOwnAndNothingThatPremainMustNotTouch()
      throws IOException, InterruptedException {
    List<String> loaded = loadedClasses();

    assertThat(loaded).anyMatch(line -> line.contains("dev.mulligan.rules.read.RuleFileReader "));
    assertThat(loaded)
        .noneMatch(line -> line.contains("$$Lambda") && !line.contains("java.util.regex"))
        .noneMatch(line -> line.contains(" java.util.logging."))
        .noneMatch(line -> line.contains(" java.util.stream.") && !line.contains("shared objects"))
        .noneMatch(line -> line.contains(" okhttp3.") || line.contains(" com.google.gson."))
        .noneMatch(line -> line.contains("org.yaml.snakeyaml.constructor"))
        .noneMatch(line -> line.contains("org.yaml.snakeyaml.composer"))
        .noneMatch(line -> line.contains("org.yaml.snakeyaml.resolver"));
  }
}
