package dev.mulligan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.cli.console.Screen;
import dev.mulligan.cli.page.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

  @TempDir Path folder;

  private final Screen screen = Screen.plain();
  private final Program program =
      new Program(
          screen.console(), new CommandOrigin(Path.of("/opt/agent.jar"), "1.0", "app", "java"));
  private Path file = Path.of("");

  @BeforeEach
  void inAnEmptyFolder() {
    file = folder.resolve("mulligan.yaml");
  }

  @Test
  void writesARuleFileThatHasNoMistakes() {
    assertThat(program.run("init", file.toString())).isEqualTo(ExitStatus.DONE);
    assertThat(program.run("check", file.toString())).isEqualTo(ExitStatus.DONE);
    assertThat(screen.out()).contains("Wrote " + file).contains("no mistakes");
    assertThat(screen.err()).isEmpty();
  }

  @Test
  void neverOverwritesAFile() throws IOException {
    Files.writeString(file, "mine");

    assertThat(program.run("init", file.toString())).isEqualTo(ExitStatus.FAILED);
    assertThat(file).hasContent("mine");
    assertThat(screen.err()).contains("already").contains("--force");
  }

  @Test
  void overwritesAFileWhenForced() throws IOException {
    Files.writeString(file, "x".repeat(100_000));

    assertThat(program.run("init", file.toString(), "--force")).isEqualTo(ExitStatus.DONE);
    assertThat(file).content().startsWith("#").doesNotContain("xxx");
  }

  @Test
  void saysWhatIsWrongWithTheFolder() {
    assertThat(program.run("init", folder.resolve("gone/mulligan.yaml").toString()))
        .isEqualTo(ExitStatus.FAILED);
    assertThat(screen.err()).contains("cannot be written").contains("gone");
  }
}
