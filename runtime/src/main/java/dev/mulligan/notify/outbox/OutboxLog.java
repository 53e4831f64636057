package dev.mulligan.notify.outbox;

import dev.mulligan.firstuse.Shortage;
import dev.mulligan.log.Log;
import dev.mulligan.text.HumanDuration;
import dev.mulligan.thread.MulliganThread;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.time.Duration;

/**
 * Writes the log lines about an outbox: state changes only, not each notification. It logs on a
 * separate thread, because a log may block and the caller may be the application. The journal of
 * open incidents is in the same folder: the one of notifications says what is wrong with it, for
 * both.
 */
final class OutboxLog {

  private static final int NEXT_REPORT_FACTOR = 10;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Log log;
  private final Path folder;
  private final JournalKind kind;

  // Guarded by this.
  private boolean isBroken;
  private long memoryOnly;
  private long nextReport = 1;
  private int ofOthers;

  OutboxLog(Log log, Path folder, JournalKind kind) {
    this.log = log;
    this.folder = folder;
    this.kind = kind;
  }

  /** Logs a failure once, until the outbox works again. */
  synchronized void broken(Throwable why, Duration pause) {
    if (!isBroken) {
      isBroken = true;
      if (kind == JournalKind.INCIDENTS) {
        return;
      }
      warn(
          "The outbox "
              + folder
              + " cannot be used, notifications are kept in memory only (next attempt in "
              + (pause.equals(MINUTE) ? "a minute" : HumanDuration.of(pause))
              + "): "
              + reason(why)
              + remedy(why));
    }
  }

  synchronized void works() {
    if (isBroken) {
      isBroken = false;
      if (kind == JournalKind.INCIDENTS) {
        return;
      }
      say(
          () ->
              log.info(
                  "The outbox "
                      + folder
                      + " works again; notifications kept in memory only: "
                      + memoryOnly));
    }
  }

  /** Counts a notification that does not fit into the outbox. */
  void full(long maxSize) {
    if (kind == JournalKind.INCIDENTS) {
      warnOnce(
          "The file of open incidents in "
              + folder
              + " has reached "
              + maxSize / 1_024
              + " KB: the next process will not know about further ones");
      return;
    }
    countMemoryOnly(
        "the outbox "
            + folder
            + " has reached its max-size of "
            + maxSize / 1_024
            + " KB (raise notifications.outbox.max-size)");
  }

  /** Counts a notification for which the disk did not respond in time. */
  void busy() {
    if (kind == JournalKind.INCIDENTS) {
      return;
    }
    countMemoryOnly("the disk of the outbox " + folder + " did not answer within a second");
  }

  /** Counts a notification; the reason was logged before. */
  synchronized void notStored() {
    memoryOnly++;
  }

  synchronized long memoryOnly() {
    return memoryOnly;
  }

  void unreadable(Path file, long bytes) {
    warn(
        "The "
            + kind.file()
            + " "
            + file
            + " contains "
            + bytes
            + " bytes that are not "
            + kind.entry()
            + ", because its process was killed or the file is"
            + " damaged; they are skipped");
  }

  void foreign(Path file) {
    warnOnce("The file " + file + " is not an outbox file of this version: ignored");
  }

  void ofAnotherUser(Path file) {
    warnOnce("The " + kind.file() + " " + file + " belongs to another user: ignored");
  }

  void notClaimed(Path file, IOException why) {
    warnOnce(
        (kind == JournalKind.NOTIFICATIONS
                ? "The notifications in the outbox file " + file + " cannot be sent: "
                : "The open incidents in the file " + file + " cannot be read: ")
            + reason(why)
            + remedy(why));
  }

  /** The folder is searched every few seconds: only a change of the number is logged. */
  synchronized void ofOthers(int files) {
    if (files == ofOthers) {
      return;
    }
    ofOthers = files;
    if (files == 0) {
      return;
    }
    say(
        () ->
            log.info(
                "The outbox "
                    + folder
                    + " also contains "
                    + (files == 1 ? "1 file" : files + " files")
                    + " of other programs, which only those programs send"));
  }

  void expired(Path file, long days) {
    warn(
        "The "
            + kind.file()
            + " "
            + file
            + " of another program was deleted: no process claimed it within "
            + days
            + " days");
  }

  private synchronized void countMemoryOnly(String why) {
    memoryOnly++;
    if (memoryOnly >= nextReport) {
      while (nextReport <= memoryOnly) {
        nextReport *= NEXT_REPORT_FACTOR;
      }
      warn("Notifications in memory only so far: " + memoryOnly + "; " + why);
    }
  }

  private void warnOnce(String message) {
    say(() -> log.warnOnce(message));
  }

  private void warn(String message) {
    say(() -> log.warning(message));
  }

  private static void say(Runnable line) {
    try {
      MulliganThread.named("notify-log", line).start();
    } catch (OutOfMemoryError e) {
      // No thread available; the application must continue without the line.
    }
  }

  private static String reason(Throwable why) {
    return why instanceof NotDirectoryException
        ? "it is a file, not a folder"
        : why.getClass().getSimpleName() + ": " + why.getMessage();
  }

  private String remedy(Throwable why) {
    if (why instanceof NotDirectoryException) {
      return "; name a folder in notifications.outbox.dir";
    }
    String message = String.valueOf(why.getMessage());
    if (message.contains("could plant notifications")) {
      return "; name a folder that only the process's user may write in, such as a new one below"
          + " it, which is made for that user alone";
    }
    if (message.contains("No space left") || message.contains("quota")) {
      return "; make room on its disk";
    }
    if (Shortage.isCauseOf(why)) {
      return "; the process has used up its files or its memory";
    }
    boolean isDenied =
        why instanceof AccessDeniedException
            || why instanceof ReadOnlyFileSystemException
            || message.contains("Permission denied")
            || message.contains("Read-only");
    if (isDenied || why instanceof FileSystemException) {
      return "; the process's user must be able to write there";
    }
    return why instanceof IOException ? "" : "; see notifications.outbox.dir";
  }
}
