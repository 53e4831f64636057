package dev.mulligan.attach.folder;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A {@link Folder} accessed by its path, where the system has no handles for folders. On Windows
 * each user has a private folder for temporary files.
 */
record NamedFolder(Path path) implements Folder {

  @Override
  public Folder child(String name) throws IOException {
    Path child = path.resolve(name);
    if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(child + " is not a folder");
    }
    return new NamedFolder(child);
  }

  @Override
  public List<String> names(String beginning) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, beginning + "*")) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    }
    return names;
  }

  @Override
  public UserPrincipal owner() throws IOException {
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public BasicFileAttributes attributes(String name) throws IOException {
    return Files.readAttributes(
        path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public SeekableByteChannel open(String name, OpenOption... options) throws IOException {
    Set<OpenOption> all = new HashSet<>(List.of(options));
    all.add(LinkOption.NOFOLLOW_LINKS);
    return Files.newByteChannel(path.resolve(name), all);
  }

  @Override
  public void give(String name, UserPrincipal owner) throws IOException {
    Files.setOwner(path.resolve(name), owner);
  }

  @Override
  public void give(UserPrincipal owner) throws IOException {
    Files.setOwner(path, owner);
  }

  @Override
  public boolean deleteIfExists(String name) throws IOException {
    return Files.deleteIfExists(path.resolve(name));
  }

  @Override
  public void deleteFolder(String name) throws IOException {
    Files.delete(path.resolve(name));
  }

  @Override
  public void close() {}
}
