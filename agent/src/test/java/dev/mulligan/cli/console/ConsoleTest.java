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
}
