package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * The wall clock of a child JVM, which a test sets while it runs, by Debian's {@code faketime}. The
 * monotonic time and the times of files stay real, as when somebody sets the clock of a machine.
 */
public final class WallClock {

  private final Path offset;

  private WallClock(Path offset) {
    this.offset = offset;
  }

  /**
   * @param folder for the file that says how far the clock is off
   */
  public static WallClock in(Path folder) {
    WallClock clock = new WallClock(folder.resolve("clock"));
    clock.set(Duration.ZERO);
    return clock;
  }

  /** Sets how far it is ahead of the real time; negative: behind. */
  public void set(Duration ahead) {
    try {
      Path next = offset.resolveSibling("clock.next");
      Files.writeString(next, "%+d".formatted(ahead.toSeconds()));
      Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ChildJvm of(ChildJvm child) {
    return child
        .environment("LD_PRELOAD", library().toString())
        .environment("FAKETIME_TIMESTAMP_FILE", offset.toString())
        .environment("FAKETIME_NO_CACHE", "1")
        .environment("DONT_FAKE_MONOTONIC", "1")
        .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        .environment("NO_FAKE_STAT", "1");
  }

  /**
   * @throws AssertionError when it is not installed
   */
  private static Path library() {
    try (DirectoryStream<Path> architectures =
        Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
      for (Path architecture : architectures) {
        Path library = architecture.resolve("faketime/libfaketimeMT.so.1");
        if (Files.exists(library)) {
          return library;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("faketime is missing: .ci/install-peers installs it");
  }
}
