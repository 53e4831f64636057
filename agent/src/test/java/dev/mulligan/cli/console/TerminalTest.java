package dev.mulligan.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {

  @TempDir Path folder;

  @Test
  void aTerminalHasColours() throws IOException {
    assertThat(terminal("/dev/pts/3", Map.of("TERM", "xterm"))).isEqualTo(new Terminal(true, true));
  }

  @Test
  void aPipeAndAFileHaveNone() throws IOException {
    assertThat(terminal("pipe:[123]", Map.of("TERM", "xterm"))).isEqualTo(Terminal.NONE);
    assertThat(terminal("/tmp/out.txt", Map.of("TERM", "xterm"))).isEqualTo(Terminal.NONE);
  }

  @Test
  void noColorIsObeyedWhateverItSays() throws IOException {
    assertThat(terminal("/dev/pts/3", Map.of("TERM", "xterm", "NO_COLOR", "0")))
        .isEqualTo(new Terminal(true, false));
  }

  @Test
  void anEmptyNoColorSaysNothing() throws IOException {
    assertThat(terminal("/dev/pts/3", Map.of("TERM", "xterm", "NO_COLOR", "")).hasColours())
        .isTrue();
  }

  @Test
  void aDumbTerminalHasNone() throws IOException {
    assertThat(terminal("/dev/pts/3", Map.of("TERM", "dumb")).hasColours()).isFalse();
    assertThat(terminal("/dev/pts/3", Map.of()).hasColours()).isFalse();
  }

  private Terminal terminal(String device, Map<String, String> environment) throws IOException {
    Path descriptor = folder.resolve("1");
    Files.deleteIfExists(descriptor);
    return Terminal.of(Files.createSymbolicLink(descriptor, Path.of(device)), environment);
  }
}
