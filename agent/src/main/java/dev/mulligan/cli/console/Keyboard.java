package dev.mulligan.cli.console;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads single keys from the terminal without waiting for Enter. Where {@code stty} is missing, q
 * needs an Enter. On close, or at the end of the process, it restores the terminal's settings.
 */
public final class Keyboard implements AutoCloseable {

  private static final long POLL_MILLIS = 50;
  private static final int USUAL_ROWS = 24;

  private final InputStream in;
  private final Optional<String> settings;
  private final Thread atExit = new Thread(this::restore, "mulligan-terminal");

  private Keyboard(InputStream in, Optional<String> settings) {
    this.in = in;
    this.settings = settings;
  }

  /** Opens the keyboard of this process's terminal. */
  public static Keyboard open() {
    Optional<String> settings = stty("-g");
    Keyboard keyboard = new Keyboard(System.in, settings);
    if (settings.isPresent()) {
      Runtime.getRuntime().addShutdownHook(keyboard.atExit);
      stty("-icanon", "-echo", "min", "1");
    }
    return keyboard;
  }

  /** The number of lines of the terminal. */
  public int rows() {
    String size = stty("size").orElse("");
    return size.matches("[1-9]\\d{0,3} \\d+")
        ? Integer.parseInt(size.substring(0, size.indexOf(' ')))
        : USUAL_ROWS;
  }

  /**
   * Waits for the key q.
   *
   * @return false when the limit passed without it
   */
  public boolean awaitsQuit(Duration limit) throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      while (in.available() > 0) {
        int key = in.read();
        if (key == 'q' || key == 'Q') {
          return true;
        }
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  @Override
  public void close() {
    if (settings.isPresent()) {
      Runtime.getRuntime().removeShutdownHook(atExit);
      restore();
    }
  }

  private void restore() {
    settings.ifPresent(Keyboard::stty);
  }

  private static Optional<String> stty(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "stty";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException noStty) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
