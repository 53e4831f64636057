package dev.mulligan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.cli.console.Screen;
import dev.mulligan.cli.page.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  /** Where this very module's classes are: the demonstration's program is among them. */
  private static final String CLASSES = Path.of("target", "classes").toString();

  private static final String GOOD =
      """
      version: 1
      rules:
        - name: prices
          match: "com.example.shop.PriceClient.fetch(String)"
          strategy: {extends: api-call, retry-on: [com.example.shop.NoSuchException]}
        - name: resting
          match: "com.example.shop.Checkout.main(..)"
          strategy: database
          mode: off
      """;

  @TempDir Path folder;

  private final Screen screen = Screen.plain();
  private final Program program =
      new Program(
          screen.console(), new CommandOrigin(Path.of("/opt/agent.jar"), "1.0", "app", "java"));

  @Test
  void everyMistakeIsToldWithItsPlaceAndTheExitStatusIsTwo() throws IOException {
    String file = file(GOOD.replace("match:", "mtach:"));

    assertThat(program.run("check", file)).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(screen.err())
        .contains(file + ":4:5: unknown key 'mtach'")
        .contains("did you mean 'match'?")
        .contains(file + ":7:5: ");
    assertThat(screen.out()).contains("mistakes in " + file);
  }

  @Test
  void aFileThatIsNotThereIsWrongInput() {
    assertThat(program.run("check", "gone.yaml")).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(screen.err()).contains("gone.yaml: there is no such file");
  }

  @Test
  void withoutClassPathTheRuleFileAloneIsChecked() throws IOException {
    assertThat(program.run("check", file(GOOD))).isEqualTo(ExitStatus.DONE);
    assertThat(screen.out())
        .contains("no mistakes, 2 rules.")
        .contains("prices")
        .contains("add --classpath");
  }

  @Test
  void withClassPathMatchesRestingRulesAndUnknownExceptionsAreTold() throws IOException {
    assertThat(program.run("check", file(GOOD), "--classpath", CLASSES)).isEqualTo(ExitStatus.DONE);
    assertThat(screen.out())
        .contains("2 rules; 1 method matched among ")
        .contains("com.example.shop.PriceClient.fetch(java.lang.String)")
        .contains("resting (database, off)")
        .doesNotContain("Checkout.main");
    assertThat(screen.err())
        .contains("warning: there is no class 'com.example.shop.NoSuchException'");
  }

  @Test
  void thatNothingMatchesHasAnExitStatusOfItsOwn() throws IOException {
    String file = file(GOOD.replace("PriceClient", "PriceClint"));

    assertThat(program.run("check", file, "-cp", CLASSES)).isEqualTo(ExitStatus.NOTHING_MATCHED);
    assertThat(screen.out()).contains("did you mean com.example.shop.PriceClient?");
  }

  @Test
  void aPacksLibrariesThatAreNotThereAreOneQuietLine() throws IOException {
    String file = file("include: pack:jdbc\n" + GOOD);

    assertThat(program.run("check", file, "-cp", CLASSES)).isEqualTo(ExitStatus.DONE);
    assertThat(screen.out())
        .containsOnlyOnce("pack:jdbc: not on this class path: com.zaxxer.hikari, org.apache.")
        .doesNotContain("matches nothing")
        .doesNotContain("jdbc-connection");
  }

  @Test
  void aClassPathThatIsNotThereIsWrongInput() throws IOException {
    assertThat(program.run("check", file(GOOD), "-cp", "gone.jar"))
        .isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(screen.err())
        .contains("gone.jar, which --classpath names, does not exist")
        .contains("folder/*");
  }

  @Test
  void programsGetFindingsAndProblemsAsJson() throws IOException {
    assertThat(program.run("check", file(GOOD), "-cp", CLASSES, "--json"))
        .isEqualTo(ExitStatus.DONE);
    assertThat(screen.out())
        .contains("\"outcome\": \"done\"")
        .contains("\"method\": \"com.example.shop.PriceClient.fetch(java.lang.String)\"")
        .contains("\"severity\": \"warning\"");
    assertThat(screen.err()).isEmpty();
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("rules.yaml"), text).toString();
  }
}
