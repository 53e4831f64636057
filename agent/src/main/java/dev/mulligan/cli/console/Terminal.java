package dev.mulligan.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Describes the terminal, if any, behind an output stream.
 *
 * @param isPresent whether the stream goes to a terminal
 * @param hasColours see <a href="https://no-color.org">no-color.org</a>
 */
public record Terminal(boolean isPresent, boolean hasColours) {

  public static final Terminal NONE = new Terminal(false, false);

  public static Terminal standardOutput() {
    return of(Path.of("/proc/self/fd/1"), System.getenv());
  }

  public static Terminal standardError() {
    return of(Path.of("/proc/self/fd/2"), System.getenv());
  }

  /**
   * Asks Linux about one stream: Java 17 tells only whether both input and output are a terminal.
   */
  static Terminal of(Path descriptor, Map<String, String> environment) {
    boolean present = isTerminal(descriptor);
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Terminal(present, present && !refused);
  }

  private static boolean isTerminal(Path descriptor) {
    try {
      String device = Files.readSymbolicLink(descriptor).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException noProc) {
      return Ansi.AUTO.enabled();
    }
  }

  String styled(Style style, String text) {
    return hasColours ? style.around(text) : text;
  }
}
