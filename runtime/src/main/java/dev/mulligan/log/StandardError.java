package dev.mulligan.log;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;

/**
 * The process's own standard error, whatever {@link System#err} is: servers replace that by a
 * stream that turns each line into an error of their log. Nothing closes it.
 */
public final class StandardError {

  private static final boolean FLUSH_EACH_LINE = true;

  /** One for all: the JDK's descriptor keeps every stream that was ever opened on it. */
  private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);

  private StandardError() {}

  /** Returns a new stream, which shares no lock with the application's. */
  public static PrintStream stream() {
    BufferedOutputStream out = new BufferedOutputStream(ERR);
    try {
      return new PrintStream(out, FLUSH_EACH_LINE, encoding());
    } catch (UnsupportedEncodingException unknown) {
      return new PrintStream(out, FLUSH_EACH_LINE);
    }
  }

  /** From JDK 19 on {@code stderr.encoding}; before, the JDK's internal property. */
  private static String encoding() {
    String encoding = System.getProperty("stderr.encoding");
    if (encoding == null) {
      encoding = System.getProperty("sun.stderr.encoding");
    }
    return encoding == null ? System.getProperty("native.encoding", "UTF-8") : encoding;
  }
}
