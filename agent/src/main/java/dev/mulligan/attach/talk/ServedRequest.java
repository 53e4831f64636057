package dev.mulligan.attach.talk;

import dev.mulligan.attach.report.ChangeReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * A request in its directory. The file of the request decides: the command line deletes it to
 * withdraw the request, the agent renames it (or deletes it, if that fails) to complete the
 * request, and only one of them finds it.
 */
final class ServedRequest implements Served {

  /** The request file's name once the agent has completed the request. */
  static final String COMPLETED = "completed.properties";

  /** The file's name in the request directory. */
  static final String PROGRESS = "progress.json";

  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

  private final Path directory;
  private boolean isShown;
  private long lastShown;

  ServedRequest(Path directory) {
    this.directory = directory;
  }

  /** Writes the progress, at most ten times a second. A failure only leaves it unknown. */
  @Override
  public void show(ChangeReport progress) {
    long now = System.nanoTime();
    if (isShown && now - lastShown < INTERVAL) {
      return;
    }
    isShown = true;
    lastShown = now;
    try {
      write(directory, PROGRESS, progress);
    } catch (IOException unknown) {
      // A full disk, or the command line has withdrawn the request.
    }
  }

  @Override
  public boolean isWithdrawn() {
    return Files.notExists(directory.resolve(Request.FILE))
        && Files.notExists(directory.resolve(COMPLETED));
  }

  @Override
  public boolean complete() {
    try {
      Files.move(directory.resolve(Request.FILE), directory.resolve(COMPLETED));
      return true;
    } catch (NoSuchFileException withdrawn) {
      return Files.exists(directory.resolve(COMPLETED));
    } catch (IOException unmovable) { // on a full disk, which still lets a file be deleted
      return deletes();
    }
  }

  private boolean deletes() {
    try {
      return Files.deleteIfExists(directory.resolve(Request.FILE));
    } catch (IOException undecided) {
      return false;
    }
  }

  /** Writes a file atomically: the command line never sees a part of it. */
  static void write(Path directory, String name, Object value) throws IOException {
    Path unfinished = directory.resolve(name + ".part");
    try (BufferedWriter writer = Files.newBufferedWriter(unfinished)) {
      Json.GSON.toJson(value, writer);
    }
    Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
