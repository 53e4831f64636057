package dev.mulligan.log;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Opens a log file for appending. A new file is readable by its owner only. */
final class LogFile {

  private static final boolean APPEND = true;
  private static final boolean FLUSH_EACH_LINE = true;
  private static final boolean EVERYBODY = false;
  private static final boolean OWNER_ONLY = true;

  private LogFile() {}

  /**
   * @throws IOException with a reason, if the file cannot be written
   */
  static PrintStream open(File file) throws IOException {
    if (file.createNewFile()) {
      restrict(file);
    }
    return new PrintStream(
        new FileOutputStream(file, APPEND), FLUSH_EACH_LINE, StandardCharsets.UTF_8);
  }

  /** Best effort: some file systems have no permissions. */
  private static void restrict(File file) {
    if (file.setReadable(false, EVERYBODY) && file.setWritable(false, EVERYBODY)) {
      file.setReadable(true, OWNER_ONLY);
      file.setWritable(true, OWNER_ONLY);
    }
  }
}
