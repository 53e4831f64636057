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
import org.jspecify.annotations.Nullable;

/**
 * Mulligan's own log. It writes one line per message to standard error, to a file or to another
 * target, redacts every message, and never throws.
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
  private final @Nullable LogTarget target;
  private final Set<String> loggedOnce;

  /**
   * @param out stays open when the log is closed
   */
  public Log(PrintStream out, Level threshold, UnaryOperator<String> redaction, Clock clock) {
    this(out, threshold, redaction, clock, new StayOpen(), null, new HashSet<>());
  }

  private Log(
      PrintStream out,
      Level threshold,
      UnaryOperator<String> redaction,
      Clock clock,
      Runnable closing,
      @Nullable LogTarget target,
      Set<String> loggedOnce) {
    this.out = out;
    this.threshold = threshold;
    this.redaction = redaction;
    this.clock = clock;
    this.closing = closing;
    this.target = target;
    this.loggedOnce = loggedOnce;
  }

  /** Returns a log that writes to this target, and where that is not available as this log does. */
  public Log to(LogTarget other) {
    return new Log(out, threshold, redaction, clock, closing, other, loggedOnce);
  }

  /**
   * Returns the log for threads that must not run foreign code, because they may hold locks, as in
   * class loading. With a target, its lines are written a moment later on another thread.
   */
  public Log apart() {
    return target == null ? this : to(new LaterTarget(this));
  }

  /**
   * Opens a log that appends to a file. If the file cannot be opened, the log goes to standard
   * error and its first line says so.
   *
   * @param file created with access for its owner only if it does not exist; its folder must exist
   */
  public static Log toFile(
      File file, Level threshold, UnaryOperator<String> redaction, Clock clock) {
    return toFile(file, threshold, redaction, clock, StandardError.stream());
  }

  static Log toFile(
      File file,
      Level threshold,
      UnaryOperator<String> redaction,
      Clock clock,
      PrintStream standardError) {
    try {
      PrintStream out = LogFile.open(file);
      return new Log(out, threshold, redaction, clock, out::close, null, new HashSet<>());
    } catch (IOException | SecurityException e) {
      Log fallback = new Log(standardError, threshold, redaction, clock);
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
      writeClean(level, OneLine.of(redact(message)));
    } catch (Throwable e) {
      // An unwritable log must not disturb the application.
    }
  }

  /**
   * @param message redacted, on one line
   */
  void writeClean(Level level, String message) {
    if (target == null || !isWrittenTo(target, level, message)) {
      Instant now = clock.instant();
      out.println(Timestamp.FORMAT.format(now) + " [mulligan] " + level + " " + message);
    }
  }

  private static boolean isWrittenTo(LogTarget target, Level level, String message) {
    try {
      return target.write(level, message);
    } catch (Throwable e) { // of the application's logger
      return false;
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
