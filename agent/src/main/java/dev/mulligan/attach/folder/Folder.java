package dev.mulligan.attach.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.function.Predicate;

/**
 * An open folder in which other users may write. Files are named by plain names, and no symbolic
 * link is followed.
 */
public interface Folder extends AutoCloseable {

  /**
   * @param path a trusted path; symbolic links in it are followed
   * @throws IOException when it cannot be opened
   */
  @SuppressWarnings("StreamResourceLeak") // the folder closes it
  static Folder open(Path path) throws IOException {
    DirectoryStream<Path> opened = Files.newDirectoryStream(path);
    if (opened instanceof SecureDirectoryStream<Path> secure) {
      return new HandledFolder(secure);
    }
    opened.close();
    return new NamedFolder(path);
  }

  /**
   * @throws IOException when there is no folder of this name, or it is a symbolic link
   */
  Folder child(String name) throws IOException;

  /** The names in the folder that begin with this prefix. */
  List<String> names(String beginning) throws IOException;

  UserPrincipal owner() throws IOException;

  /**
   * @return {@link PosixFileAttributes} where the system has them
   * @throws NoSuchFileException when there is no file of this name
   */
  BasicFileAttributes attributes(String name) throws IOException;

  /** Opens a file; fails for a symbolic link. */
  SeekableByteChannel open(String name, OpenOption... options) throws IOException;

  /** Changes the owner of a file in this folder. */
  void give(String name, UserPrincipal owner) throws IOException;

  /** Changes the owner of this folder. */
  void give(UserPrincipal owner) throws IOException;

  /**
   * Removes a file, or the symbolic link of this name.
   *
   * @return false if there was none
   */
  boolean deleteIfExists(String name) throws IOException;

  /** Removes an empty folder. */
  void deleteFolder(String name) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Reads a regular file. Another user may replace it by a FIFO at the last moment, and opening
   * that blocks: call this method under a time limit.
   *
   * @param limit the maximum size in bytes
   * @param trusted accepts the owners whose files may be read
   * @throws NoSuchFileException when there is no file of this name
   * @throws IOException when it is not a regular file, exceeds the limit, or has another owner
   */
  default byte[] read(String name, int limit, Predicate<UserPrincipal> trusted) throws IOException {
    BasicFileAttributes attributes = attributes(name);
    if (!attributes.isRegularFile()) {
      throw new IOException(name + " is not a regular file");
    }
    if (attributes instanceof PosixFileAttributes posix && !trusted.test(posix.owner())) {
      throw new IOException(name + " belongs to user " + posix.owner().getName());
    }
    if (attributes.size() > limit) {
      throw new IOException(
          name + " has " + attributes.size() + " bytes, more than the limit of " + limit);
    }
    try (SeekableByteChannel channel = open(name, StandardOpenOption.READ)) {
      return Channels.newInputStream(channel).readNBytes(limit);
    }
  }

  /**
   * Writes a new file.
   *
   * @throws IOException when there is one of this name
   */
  default void create(String name, byte[] content) throws IOException {
    try (SeekableByteChannel channel =
        open(name, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }
  }
}
