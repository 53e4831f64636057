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
 * An open file of the outbox, held by a lock for as long as this process lives.
 *
 * <p>Read and written through the RandomAccessFile alone: a FileChannel would be closed by the
 * interrupt of whichever thread of the application happens to use it.
 */
final class SegmentFile {

  private static final byte[] MAGIC = "MLGNOUT1".getBytes(StandardCharsets.US_ASCII);
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
   * A new one, locked.
   *
   * @param origin which process it is
   */
  static SegmentFile create(OutboxFolder folder, byte[] origin) throws IOException {
    try {
      return createOnce(folder, origin);
    } catch (IOException another) { // such as one that looked for left files and took the empty one
      return createOnce(folder, origin);
    }
  }

  private static SegmentFile createOnce(OutboxFolder folder, byte[] origin) throws IOException {
    Path path = folder.createFile();
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (!isLocked(file)) {
        throw new IOException("another process took the new file");
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

  /** What comes of looking at a file that another process has made. */
  sealed interface Claim {

    record Taken(SegmentFile file) implements Claim {}

    /** Its process lives, or another process was faster. */
    record InUse() implements Claim {}

    /** Another program's. */
    record OfOthers() implements Claim {}

    /** Not of this version, or no segment at all. */
    record Foreign() implements Claim {}
  }

  /**
   * @param isOurs whether what a process left is for this one, by its origin
   */
  static Claim claim(OutboxFolder folder, Path path, Predicate<byte[]> isOurs) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return new Claim.Foreign();
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    Claim claim = new Claim.InUse();
    try {
      if (isLocked(file)) {
        claim = take(folder, path, file, isOurs);
      }
      return claim;
    } finally {
      if (!(claim instanceof Claim.Taken)) {
        file.close();
      }
    }
  }

  private static Claim take(
      OutboxFolder folder, Path path, RandomAccessFile file, Predicate<byte[]> isOurs)
      throws IOException {
    if (file.length() == 0) {
      // Its process was killed between making it and writing into it.
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
    // Whoever renames it has it: since it was listed it may have been taken, and even deleted.
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

  /** Where the first frame begins. */
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

  /** Leaves it to the next process that asks. */
  void leave(OutboxFolder folder) throws IOException {
    try {
      path = Files.move(path, folder.leftName(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      file.close();
    }
  }
}
