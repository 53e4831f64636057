package dev.mulligan;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Hands the lines of the product's log to the application's logging, by their level. */
final class LoggerStream extends PrintStream {

  private static final String MARK = " [mulligan] ";

  private final System.Logger target;

  LoggerStream(System.Logger target) {
    super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    this.target = target;
  }

  /**
   * @param line a time, the mark, a level, a blank and the message
   */
  @Override
  public void println(String line) {
    String rest = line.substring(line.indexOf(MARK) + MARK.length());
    int blank = rest.indexOf(' ');
    target.log(System.Logger.Level.valueOf(rest.substring(0, blank)), rest.substring(blank + 1));
  }
}
