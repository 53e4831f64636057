package dev.mulligan.notify.outbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An open file of the outbox, locked as long as this process lives.
 *
 * <p>It uses RandomAccessFile only: an interrupt of an application thread would close a
 * FileChannel.
 */
final class SegmentFile {

  private static final byte[] MAGIC = "MLGNOUT1".getBytes(StandardCharsets.US_ASCII);
  private static final int CREATION_ATTEMPTS = 5;
  private static final int LONGEST_ORIGIN = 64 * 1024;

  private final RandomAccessFile file;
  private final byte[] origin;
  private Path path;

  private SegmentFile(Path path, RandomAccessFile file, byte[] origin) {
    this.path = path;
    this.file = file;
    this.origin = origin;
  }

  /**
   * Creates a new, locked file.
   *
   * @param origin describes this process
   */
  static SegmentFile create(OutboxFolder folder, byte[] origin) throws IOException {
    for (int attempt = 1; attempt < CREATION_ATTEMPTS; attempt++) {
      try {
        return createOnce(folder, origin);
      } catch (FileTakenException anotherWasFaster) {
        // The next name.
      }
    }
    return createOnce(folder, origin);
  }

  /**
   * Another process that searches for left files can see the new one before it is locked, and
   * deletes it because it is empty: what is written into it then would be lost with this process.
   */
  private static SegmentFile createOnce(OutboxFolder folder, byte[] origin) throws IOException {
    Path path = folder.createFile();
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (!isLocked(file) || !Files.exists(path)) {
        throw new FileTakenException();
      }
      file.write(
          ByteBuffer.allocate(MAGIC.length + Integer.BYTES + origin.length)
              .put(MAGIC)
              .putInt(origin.length)
              .put(origin)
              .array());
      return new SegmentFile(path, file, origin.clone());
    } catch (IOException | RuntimeException e) {
      file.close();
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** The result of trying to take over another process's file. */
  sealed interface Claim {

    record Taken(SegmentFile file) implements Claim {}

    /** Its process is running, or another process was faster. */
    record InUse() implements Claim {}

    /** It belongs to another program. */
    record OfOthers() implements Claim {}

    /** Another process may take it over sooner. */
    record NotYet() implements Claim {}

    /** It is not a segment, or was written by another version. */
    record Foreign() implements Claim {}
  }

  /**
   * @param isOurs whether an origin belongs to this program
   * @param isDue whether this process may take over a file that no process uses
   */
  static Claim claim(
      OutboxFolder folder, Path path, Predicate<byte[]> isOurs, Predicate<Path> isDue)
      throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return new Claim.Foreign();
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    Claim claim = new Claim.InUse();
    try {
      if (isLocked(file)) {
        claim = take(folder, path, file, isOurs, isDue);
      }
      return claim;
    } finally {
      if (!(claim instanceof Claim.Taken)) {
        file.close();
      }
    }
  }

  private static Claim take(
      OutboxFolder folder,
      Path path,
      RandomAccessFile file,
      Predicate<byte[]> isOurs,
      Predicate<Path> isDue)
      throws IOException {
    if (file.length() == 0) {
      // Its process was killed between creating and writing it.
      Files.deleteIfExists(path);
      return new Claim.InUse();
    }
    Optional<byte[]> origin = readOrigin(file);
    if (origin.isEmpty()) {
      return new Claim.Foreign();
    }
    if (!isOurs.test(origin.get())) {
      return new Claim.OfOthers();
    }
    if (!isDue.test(path)) {
      return new Claim.NotYet();
    }
    // The process that renames it owns it; another one may have taken or deleted it since it was
    // listed.
    Path own = folder.ownName();
    return path.toFile().renameTo(own.toFile())
        ? new Claim.Taken(new SegmentFile(own, file, origin.get()))
        : new Claim.InUse();
  }

  private static Optional<byte[]> readOrigin(RandomAccessFile file) throws IOException {
    byte[] magic = new byte[MAGIC.length];
    if (file.length() < MAGIC.length + Integer.BYTES) {
      return Optional.empty();
    }
    file.seek(0);
    file.readFully(magic);
    int length = file.readInt();
    long rest = file.length() - file.getFilePointer();
    if (!Arrays.equals(magic, MAGIC) || length < 0 || length > LONGEST_ORIGIN || length > rest) {
      return Optional.empty();
    }
    byte[] origin = new byte[length];
    file.readFully(origin);
    return Optional.of(origin);
  }

  private static boolean isLocked(RandomAccessFile file) throws IOException {
    try {
      FileLock lock = file.getChannel().tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  byte[] origin() {
    return origin.clone();
  }

  /** Returns where the first frame begins. */
  long start() {
    return MAGIC.length + Integer.BYTES + (long) origin.length;
  }

  RandomAccessFile file() {
    return file;
  }

  boolean isThere() {
    return path.toFile().exists();
  }

  Path path() {
    return path;
  }

  void delete() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      file.close();
    }
  }

  /** Leaves the file to the next process. */
  void leave(OutboxFolder folder) throws IOException {
    try {
      path = Files.move(path, folder.leftName(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      file.close();
    }
  }

  private static final class FileTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    FileTakenException() {
      super("another process has taken the new file");
    }
  }
}
