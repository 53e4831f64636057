package dev.mulligan.cli.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A console whose output a test can read. */
public final class Screen {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal;

  private Screen(Terminal terminal) {
    this.terminal = terminal;
  }

  public static Screen plain() {
    return new Screen(Terminal.NONE);
  }

  public static Screen coloured() {
    return new Screen(new Terminal(true, true));
  }

  public Console console() {
    return new Console(out, err, StandardCharsets.UTF_8, terminal, terminal);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
