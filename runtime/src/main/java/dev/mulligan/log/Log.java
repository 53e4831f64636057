package dev.mulligan.log;

import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The product's own log. It writes whole lines to standard error or a file, never throws, and every
 * line passes the redaction given.
 */
public final class Log {

  /** From the most talkative to the most silent. */
  public enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    OFF
  }

  private static final int SAID_ONCE_LIMIT = 10_000;

  private final PrintStream out;
  private final Level threshold;
  private final UnaryOperator<String> redaction;
  private final Clock clock;
  private final Set<String> saidOnce = new HashSet<>();

  public Log(PrintStream out, Level threshold, UnaryOperator<String> redaction, Clock clock) {
    this.out = out;
    this.threshold = threshold;
    this.redaction = redaction;
    this.clock = clock;
  }

  public boolean isLogged(Level level) {
    return level.compareTo(threshold) >= 0 && threshold != Level.OFF;
  }

  public void debug(String message) {
    write(Level.DEBUG, message);
  }

  public void info(String message) {
    write(Level.INFO, message);
  }

  public void warning(String message) {
    write(Level.WARNING, message);
  }

  public void error(String message) {
    write(Level.ERROR, message);
  }

  /** A warning that is worth saying only the first time. */
  public void warnOnce(String message) {
    synchronized (saidOnce) {
      if (saidOnce.size() >= SAID_ONCE_LIMIT || !saidOnce.add(message)) {
        return;
      }
    }
    warning(message);
  }

  private void write(Level level, String message) {
    if (!isLogged(level)) {
      return;
    }
    String line =
        clock.instant().truncatedTo(ChronoUnit.MILLIS)
            + " [mulligan] "
            + level
            + " "
            + redaction.apply(message);
    out.println(line);
  }
}
