package dev.mulligan.attach.folder;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A {@link Folder} accessed by its handle ({@code openat} and related calls): it stays the folder
 * that was opened, even if another one takes its path.
 */
final class HandledFolder implements Folder {

  private final SecureDirectoryStream<Path> handle;

  HandledFolder(SecureDirectoryStream<Path> handle) {
    this.handle = handle;
  }

  @Override
  public Folder child(String name) throws IOException {
    return new HandledFolder(handle.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS));
  }

  @Override
  public List<String> names(String beginning) {
    List<String> names = new ArrayList<>();
    for (Path entry : handle) {
      String name = entry.getFileName().toString();
      if (name.startsWith(beginning)) {
        names.add(name);
      }
    }
    return names;
  }

  @Override
  public UserPrincipal owner() throws IOException {
    return handle.getFileAttributeView(FileOwnerAttributeView.class).getOwner();
  }

  @Override
  public PosixFileAttributes attributes(String name) throws IOException {
    return view(name).readAttributes();
  }

  @Override
  public SeekableByteChannel open(String name, OpenOption... options) throws IOException {
    Set<OpenOption> all = new HashSet<>(List.of(options));
    all.add(LinkOption.NOFOLLOW_LINKS);
    return handle.newByteChannel(Path.of(name), all);
  }

  @Override
  public void give(String name, UserPrincipal owner) throws IOException {
    view(name).setOwner(owner);
  }

  @Override
  public void give(UserPrincipal owner) throws IOException {
    handle.getFileAttributeView(FileOwnerAttributeView.class).setOwner(owner);
  }

  private PosixFileAttributeView view(String name) {
    return handle.getFileAttributeView(
        Path.of(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean deleteIfExists(String name) throws IOException {
    try {
      handle.deleteFile(Path.of(name));
      return true;
    } catch (NoSuchFileException nothingToDelete) {
      return false;
    }
  }

  @Override
  public void deleteFolder(String name) throws IOException {
    handle.deleteDirectory(Path.of(name));
  }

  @Override
  public void close() throws IOException {
    handle.close();
  }
}
