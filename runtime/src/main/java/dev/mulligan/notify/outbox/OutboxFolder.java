package dev.mulligan.notify.outbox;

import dev.mulligan.text.RandomId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory of the outbox, and its file names: {@code PID-START.RANDOM.outbox}, or {@code
 * left.RANDOM.outbox} after a process has closed it with unsent notifications. The suffix may tell
 * more, such as {@code .4f0c.incidents}.
 */
final class OutboxFolder {

  private static final String LEFT = "left.";
  private static final int RANDOM_LENGTH = 8;

  private final Path path;
  private final String suffix;
  private final String own;

  /**
   * @param suffix of the names of the files
   */
  OutboxFolder(Path path, String suffix) {
    this.path = path;
    this.suffix = suffix;
    this.own = ownPrefix();
  }

  Path path() {
    return path;
  }

  /**
   * Creates the directory if it is missing, for its owner only.
   *
   * @throws IOException also if it exists and another user could have written in it
   */
  void make() throws IOException {
    if (Files.isDirectory(path)) {
      FolderGuard.requireOwn(path);
      return;
    }
    if (Files.exists(path)) {
      throw new NotDirectoryException(path.toString());
    }
    Files.createDirectories(path, ownerOnly("rwx------"));
  }

  /** Creates an empty file, for its owner only. */
  Path createFile() throws IOException {
    return Files.createFile(ownName(), ownerOnly("rw-------"));
  }

  Path ownName() {
    return path.resolve(own + random() + suffix);
  }

  Path leftName() {
    return path.resolve(LEFT + random() + suffix);
  }

  /**
   * Returns the files of other processes. Files of this process, of any class loader, are excluded:
   * opening one to check its lock, and closing it again, would release that lock (POSIX's fcntl).
   */
  List<Path> filesOfOthers() throws IOException {
    return filesOfOthers(suffix);
  }

  /** The same with another end of their names. */
  List<Path> filesOfOthers(String end) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(path, "*" + end)) {
      for (Path file : all) {
        if (!file.getFileName().toString().startsWith(own)) {
          files.add(file);
        }
      }
    }
    return files;
  }

  /**
   * A process id is reused, in containers at every start; together with the start time it is
   * unique.
   */
  private static String ownPrefix() {
    ProcessHandle process = ProcessHandle.current();
    long start = process.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
    return process.pid() + "-" + start + ".";
  }

  private static String random() {
    return RandomId.next().substring(0, RANDOM_LENGTH);
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
