package dev.mulligan.log;

import dev.mulligan.thread.StackRoom;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Mulligan's own log. It writes one line per message to standard error or to a file, redacts every
 * message, and never throws.
 */
public final class Log implements AutoCloseable {

  /** The severity of a message, from the most verbose level to the least. */
  public enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    OFF
  }

  private static final int LOGGED_ONCE_LIMIT = 10_000;

  private final PrintStream out;
  private final Level threshold;
  private final UnaryOperator<String> redaction;
  private final Clock clock;
  private final Runnable closing;
  private final Set<String> loggedOnce = new HashSet<>();

  /**
   * @param out stays open when the log is closed
   */
  public Log(PrintStream out, Level threshold, UnaryOperator<String> redaction, Clock clock) {
    this(out, threshold, redaction, clock, new StayOpen());
  }

  private Log(
      PrintStream out,
      Level threshold,
      UnaryOperator<String> redaction,
      Clock clock,
      Runnable closing) {
    this.out = out;
    this.threshold = threshold;
    this.redaction = redaction;
    this.clock = clock;
    this.closing = closing;
  }

  /**
   * Opens a log that appends to a file. If the file cannot be opened, the log goes to standard
   * error and its first line says so.
   *
   * @param file created with access for its owner only if it does not exist; its folder must exist
   */
  public static Log toFile(
      File file, Level threshold, UnaryOperator<String> redaction, Clock clock) {
    try {
      PrintStream out = LogFile.open(file);
      return new Log(out, threshold, redaction, clock, out::close);
    } catch (IOException | SecurityException e) {
      Log fallback = new Log(System.err, threshold, redaction, clock);
      fallback.error(
          "Log file "
              + file.getAbsolutePath()
              + " cannot be written, logging to standard error: "
              + e);
      return fallback;
    }
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

  /** Logs a warning, unless the same message was logged before. */
  public void warnOnce(String message) {
    synchronized (loggedOnce) {
      if (loggedOnce.size() >= LOGGED_ONCE_LIMIT || !loggedOnce.add(message)) {
        return;
      }
    }
    warning(message);
  }

  /** Closes the log file. */
  @Override
  public void close() {
    closing.run();
  }

  private void write(Level level, String message) {
    if (!isLogged(level) || !hasRoom()) {
      return;
    }
    try {
      Instant now = clock.instant();
      out.println(
          Timestamp.FORMAT.format(now)
              + " [mulligan] "
              + level
              + " "
              + OneLine.of(redact(message)));
    } catch (Throwable e) {
      // An unwritable log must not disturb the application.
    }
  }

  /** Without room the stream's lock might stay held, and the application use the same stream. */
  private static boolean hasRoom() {
    try {
      return StackRoom.isEnoughForFirstUse();
    } catch (LinkageError e) { // the agent's jar was replaced
      return true;
    }
  }

  private String redact(String message) {
    try {
      return redaction.apply(message);
    } catch (Throwable e) { // such as a user's pattern that overflows the stack
      return "(a message is withheld, its redaction failed: " + e.getClass().getName() + ")";
    }
  }

  /**
   * The timestamp's format: ISO-8601, always with three digits of milliseconds. Its own class, so
   * that the log's creation does not load the formatter.
   */
  private static final class Timestamp {
    private static final DateTimeFormatter FORMAT =
        new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  }

  /** Not a lambda: the first lambda adds some ten milliseconds to every start-up. */
  private static final class StayOpen implements Runnable {
    @Override
    public void run() {
      // The creator of the stream closes it.
    }
  }
}
