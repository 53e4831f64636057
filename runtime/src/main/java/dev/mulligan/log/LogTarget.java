package dev.mulligan.log;

/** Another place for the lines of a {@link Log} than a stream, such as an application's logger. */
public interface LogTarget {

  /**
   * Writes a message, which is redacted and on one line.
   *
   * @return false if the target is not available; the log then writes to its stream
   * @throws Throwable any failure of the target, with the same effect
   */
  boolean write(Log.Level level, String message) throws Throwable;
}
