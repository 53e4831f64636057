package dev.mulligan.attach.talk;

import dev.mulligan.attach.folder.Folder;
import dev.mulligan.attach.process.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;

/**
 * A directory for one request and its reply, which only the two ends can enter. Removing it
 * withdraws the request: an agent that reads it too late finds nothing to do.
 *
 * <p>When root asks a process of another user, that user owns the directory and may put anything
 * into it. So it is used by its handle only, see {@link Folder}.
 */
public final class RequestDirectory implements AutoCloseable {

  private final Folder parent;
  private final Folder directory;
  private final Path there;
  private final Optional<UserPrincipal> otherEnd;

  private RequestDirectory(
      Folder parent, Folder directory, Path there, Optional<UserPrincipal> otherEnd) {
    this.parent = parent;
    this.directory = directory;
    this.there = there;
    this.otherEnd = otherEnd;
  }

  /**
   * @param proc of the other end
   * @throws IOException when it cannot be made
   */
  public static RequestDirectory open(Proc proc, Request request) throws IOException {
    Path temporary = proc.hasOtherFiles() ? Path.of("/tmp") : ownTemporary();
    Folder parent = proc.folder(temporary);
    try {
      Path here = Files.createTempDirectory(proc.seenFromHere(temporary), "mulligan-");
      String name = here.getFileName().toString();
      Folder directory = created(parent, here);
      RequestDirectory talk =
          new RequestDirectory(parent, directory, temporary.resolve(name), proc.owner());
      directory.create(Request.FILE, request.bytes());
      talk.handOver();
      return talk;
    } catch (IOException | RuntimeException e) {
      parent.close();
      throw e;
    }
  }

  private static Path ownTemporary() {
    return Path.of(System.getProperty("java.io.tmpdir", ".")).toAbsolutePath();
  }

  /** The parent could be swapped between its opening and the creation: the handle tells. */
  private static Folder created(Folder parent, Path here) throws IOException {
    try {
      return parent.child(here.getFileName().toString());
    } catch (IOException e) {
      Files.deleteIfExists(here);
      throw new IOException(here.getParent() + " is not the folder that it was", e);
    }
  }

  /** Root may ask a process of any user, and that process must be able to answer. */
  private void handOver() throws IOException {
    if (otherEnd.isPresent() && !otherEnd.get().equals(directory.owner())) {
      directory.give(Request.FILE, otherEnd.get());
      directory.give(otherEnd.get());
    }
  }

  /** Its path for the process that is asked. */
  public Path there() {
    return there;
  }

  /**
   * Opening what stands there may block, see {@link Folder#read}.
   *
   * @return empty when there is none
   * @throws IOException when it cannot be understood, or is no file of the other end's
   */
  public Optional<Reply> reply() throws IOException {
    try {
      return Reply.parse(
          directory.read(
              Reply.FILE,
              Reply.LIMIT,
              owner -> otherEnd.isEmpty() || otherEnd.get().equals(owner)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /** Best effort: the other end may have put there what cannot be removed. */
  @Override
  public void close() {
    try (parent;
        directory) {
      for (String name : List.of(Request.FILE, Reply.FILE, Reply.FILE + ".part")) {
        directory.deleteIfExists(name);
      }
      parent.deleteFolder(there.getFileName().toString());
    } catch (IOException left) {
      // Nothing of the command line's own is in it any more.
    }
  }
}
