package dev.mulligan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/commands.md describes every command. */
class CommandsPageTest {

  private static final Path PAGE = Path.of("../docs/commands.md");

  @ParameterizedTest
  @MethodSource("dev.mulligan.cli.ProgramTest#commands")
  void everyCommandHasARowAndASection(String command) throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("| [`" + command + "`](#" + command + ") |")
        .contains("\n## " + command + "\n")
        .contains("java -jar mulligan-agent.jar " + command);
  }
}
