package dev.mulligan.it.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Runs programs as the user {@code nobody}, which only root may. */
public final class OtherUser {

  private static final String NOBODY = "65534";
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  private OtherUser() {}

  /** Skips the test where it cannot be done. */
  public static void assumePossible() {
    assumeTrue(
        System.getProperty("user.name").equals("root") && Files.isExecutable(SETPRIV),
        "a process of another user needs root and setpriv");
  }

  /** The words before the command. */
  public static String[] launcher() {
    return new String[] {
      SETPRIV.toString(), "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"
    };
  }

  /** A user for whom the system has no name, as in many containers. */
  public static final String NUMBER = "54321";

  /** The words before the command, for the user without a name. */
  public static String[] withoutName() {
    return new String[] {
      SETPRIV.toString(), "--reuid", NUMBER, "--regid", NUMBER, "--clear-groups"
    };
  }

  /** A folder that everybody may read. */
  public static Path sharedFolder() {
    try {
      Path folder = Files.createTempDirectory("mulligan-shared");
      return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
