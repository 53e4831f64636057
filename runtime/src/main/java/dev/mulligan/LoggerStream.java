package dev.mulligan;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Writes the lines of Mulligan's own log to a {@link System.Logger}, each at its level. */
final class LoggerStream extends PrintStream {

  private static final String MARK = " [mulligan] ";

  private final System.Logger target;

  LoggerStream(System.Logger target) {
    super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    this.target = target;
  }

  /**
   * @param line a timestamp, the marker, a level, a blank and the message
   */
  @Override
  public void println(String line) {
    String rest = line.substring(line.indexOf(MARK) + MARK.length());
    int blank = rest.indexOf(' ');
    target.log(System.Logger.Level.valueOf(rest.substring(0, blank)), rest.substring(blank + 1));
  }
}
