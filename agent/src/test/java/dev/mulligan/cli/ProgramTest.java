package dev.mulligan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.cli.console.Screen;
import dev.mulligan.cli.page.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramTest {

  private final Screen screen = Screen.plain();
  private final Program program =
      new Program(
          screen.console(), new CommandOrigin(Path.of("/opt/agent.jar"), "1.0", "app", "java"));

  @Test
  void withoutArgumentsItSaysWhatThereIs() {
    assertThat(program.run()).isEqualTo(ExitStatus.DONE);
    assertThat(screen.out()).contains("-javaagent:").contains("attach").contains("Exit status");
  }

  static Set<String> commands() {
    return new ProgramTest().program.commands();
  }

  @Test
  void everyCommandOfThePackageIsThere() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/mulligan/cli"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(file -> file.endsWith("Command.java") && !file.startsWith("Root"))
          .extracting(file -> file.replace("Command.java", "").toLowerCase(Locale.ROOT))
          .containsExactlyInAnyOrderElementsOf(commands());
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamplesAndSpeaksJson(String command) {
    assertThat(program.run(command, "--help")).isEqualTo(ExitStatus.DONE);
    assertThat(screen.out())
        .contains("--json")
        .contains("Examples:")
        .contains("java -jar mulligan-agent.jar " + command);
  }

  @Test
  void aMisspeltCommandIsToldWithTheNearest() {
    assertThat(program.run("atach")).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(screen.err()).contains("atach").contains("attach").contains("--help");
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void aMissingArgumentIsToldByItsName() {
    assertThat(program.run("attach", "4711")).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(screen.err()).contains("RULES").contains("attach --help");
  }

  @Test
  void theVersionIsThatOfTheJarAndOfJava() {
    assertThat(program.run("--version")).isEqualTo(ExitStatus.DONE);
    assertThat(screen.out()).contains("Mulligan 1.0").contains("Java " + Runtime.version());
  }

  @Test
  void aProcessThatIsNotThereIsAFailureWithARemedy() {
    assertThat(program.run("status", "999999999")).isEqualTo(ExitStatus.FAILED);
    assertThat(screen.err())
        .contains("There is no process 999999999")
        .contains("java -jar /opt/agent.jar ps");
  }

  @Test
  void aFailureIsJsonForPrograms() {
    assertThat(program.run("status", "999999999", "--json")).isEqualTo(ExitStatus.FAILED);
    assertThat(screen.out())
        .contains("\"outcome\": \"failed\"")
        .contains("There is no process 999999999");
    assertThat(screen.err()).isEmpty();
  }
}
