package dev.mulligan.notify.outbox;

import dev.mulligan.log.Log;
import dev.mulligan.thread.MulliganThread;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

/**
 * What is logged of an outbox: a change of its state, not each notification. On a thread of its
 * own, since a log may block and the caller may be the application.
 */
final class OutboxLog {

  private static final int NEXT_REPORT_FACTOR = 10;

  private final Log log;
  private final Path folder;

  // Guarded by this.
  private boolean isBroken;
  private long memoryOnly;
  private long nextReport = 1;
  private int ofOthers;

  OutboxLog(Log log, Path folder) {
    this.log = log;
    this.folder = folder;
  }

  /** Said once until it works again. */
  synchronized void broken(Exception why) {
    if (!isBroken) {
      isBroken = true;
      warn(
          "The outbox "
              + folder
              + " can't be used, notifications are in memory only (tried again every minute): "
              + reason(why)
              + remedy(why));
    }
  }

  synchronized void works() {
    if (isBroken) {
      isBroken = false;
      say(
          () ->
              log.info("The outbox " + folder + " works again; in memory only were " + memoryOnly));
    }
  }

  /** The outbox holds as much as it may. */
  void full(long maxSize) {
    countMemoryOnly(
        "the outbox "
            + folder
            + " holds its max-size of "
            + maxSize / 1_024
            + " KB (raise notifications.outbox.max-size)");
  }

  /** The disk did not answer in time. */
  void busy() {
    countMemoryOnly("the disk of the outbox " + folder + " did not answer within a second");
  }

  /** Counted only; why has been said. */
  synchronized void notStored() {
    memoryOnly++;
  }

  synchronized long memoryOnly() {
    return memoryOnly;
  }

  void unreadable(Path file, long bytes) {
    warn(
        "The outbox file "
            + file
            + " holds "
            + bytes
            + " bytes that are no notification, torn when its process was killed or damaged;"
            + " they are skipped");
  }

  void foreign(Path file) {
    warnOnce("The file " + file + " is none that this version's outbox understands: left alone");
  }

  void ofAnotherUser(Path file) {
    warnOnce("The outbox file " + file + " belongs to another user: left alone");
  }

  void notClaimed(Path file, IOException why) {
    warnOnce("What the outbox file " + file + " holds can't be sent: " + reason(why) + remedy(why));
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
                    + " also holds "
                    + (files == 1 ? "1 file" : files + " files")
                    + " of other programs, left to them"));
  }

  void expired(Path file, long days) {
    warn(
        "The outbox file "
            + file
            + " of another program was deleted: nobody asked for it in "
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
      // No thread to be had; what counts is that the application goes on.
    }
  }

  private static String reason(Exception why) {
    return why instanceof NotDirectoryException
        ? "it is a file, not a folder"
        : why.getClass().getSimpleName() + ": " + why.getMessage();
  }

  private String remedy(Exception why) {
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
