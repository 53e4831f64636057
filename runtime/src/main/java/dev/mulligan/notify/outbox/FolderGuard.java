package dev.mulligan.notify.outbox;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses folders and files in which another user could have written: what lies in the outbox is
 * sent in this program's name. Systems without POSIX permissions are not checked.
 */
final class FolderGuard {

  private static final String ROOT = "root";

  private FolderGuard() {}

  /**
   * @throws FileSystemException when it belongs to another user (root is trusted), or everybody may
   *     write in it
   */
  static void requireOwn(Path folder) throws IOException {
    PosixFileAttributes attributes = attributes(folder);
    if (attributes == null) {
      return;
    }
    if (!isTrusted(attributes.owner())) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "it belongs to user " + attributes.owner().getName() + ", who could plant notifications");
    }
    if (attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new FileSystemException(
          folder.toString(), null, "every user may write in it and could plant notifications");
    }
  }

  /** Whether a file in it is this user's or root's. */
  static boolean isOwn(Path file) throws IOException {
    PosixFileAttributes attributes = attributes(file, LinkOption.NOFOLLOW_LINKS);
    return attributes == null || isTrusted(attributes.owner());
  }

  private static @Nullable PosixFileAttributes attributes(Path path, LinkOption... options)
      throws IOException {
    try {
      return Files.readAttributes(path, PosixFileAttributes.class, options);
    } catch (UnsupportedOperationException notPosix) {
      return null;
    }
  }

  private static boolean isTrusted(UserPrincipal owner) {
    Optional<UserPrincipal> self = ofThisProcess();
    return self.isEmpty() || owner.equals(self.get()) || owner.getName().equals(ROOT);
  }

  /** A user without a name has a number in its place. */
  private static Optional<UserPrincipal> ofThisProcess() {
    try {
      return Optional.of(Files.getOwner(Path.of("/proc/self")));
    } catch (IOException | UnsupportedOperationException noProc) {
      return byName();
    }
  }

  private static Optional<UserPrincipal> byName() {
    try {
      return Optional.of(
          Path.of(".")
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(System.getProperty("user.name", "")));
    } catch (IOException | UnsupportedOperationException unknown) {
      return Optional.empty();
    }
  }
}
