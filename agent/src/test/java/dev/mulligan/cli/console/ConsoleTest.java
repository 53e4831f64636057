package dev.mulligan.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private record Greeting(String text, List<String> to) {}

  @Test
  void jsonIsUtf8WhateverTheTerminalSpeaks() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Console(out, out, StandardCharsets.US_ASCII, Terminal.NONE, Terminal.NONE)
        .json(new Greeting("grüß <dich>", List.of()));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "text": "grüß <dich>",
              "to": []
            }
            """);
  }

  @Test
  void errorsLeaveStandardOutputAlone() {
    Screen screen = Screen.plain();
    screen.console().error("it broke");
    screen.console().remedy("Mend it:");
    screen.console().remedy("  mend --now");

    assertThat(screen.out()).isEmpty();
    assertThat(screen.err()).isEqualTo("error: it broke\n  Mend it:\n    mend --now\n");
  }

  @Test
  void progressIsToldOnlyToAPersonWhoWatches() {
    Screen pipe = Screen.plain();
    pipe.console().progress("waiting");
    Screen terminal = Screen.coloured();
    terminal.console().progress("waiting");

    assertThat(pipe.err()).isEmpty();
    assertThat(terminal.err()).contains("waiting");
  }

  @Test
  void noTextOfOthersReachesTheTerminalAsACommand() {
    String hostile = "a\u001B[2Jb\u009B1mc\u0000d\u2028e\u202Ef\rg\u007F";
    String shown = "a\uFFFD[2Jb\uFFFD1mc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFD";
    Screen screen = Screen.coloured();
    screen.console().line(hostile);
    screen.console().heading(hostile);
    screen.console().error(hostile);
    screen.console().remedy(hostile);

    assertThat(screen.out()).isEqualTo(shown + "\n\u001b[1m" + shown + "\u001b[0m\n");
    assertThat(screen.err())
        .isEqualTo("\u001b[31merror: \u001b[0m" + shown + "\n  " + shown + "\n");
  }

  @Test
  void jsonEscapesWhatATerminalWouldObey() {
    Screen screen = Screen.plain();
    screen.console().json(new Greeting("\u001B\u009B\u202E\u007F", List.of()));

    assertThat(screen.out()).contains("\\u001b\\u009b\\u202e\\u007f");
  }
}
