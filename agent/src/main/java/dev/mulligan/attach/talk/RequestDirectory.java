package dev.mulligan.attach.talk;

import com.google.gson.JsonParseException;
import dev.mulligan.attach.folder.Folder;
import dev.mulligan.attach.process.Proc;
import dev.mulligan.attach.report.ChangeReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;

/**
 * A directory for one request and its reply, which only the command line and the target process can
 * enter. An agent that comes after {@link #withdraw} finds no request; one that executes it undoes
 * what it has done.
 *
 * <p>When root sends a request to a process of another user, that user owns the directory and may
 * put anything into it. Therefore it is accessed by its handle only, see {@link Folder}.
 */
public final class RequestDirectory implements AutoCloseable {

  private static final int PROGRESS_LIMIT = 64 << 10;

  private static final List<String> FILES =
      List.of(
          Request.FILE,
          ServedRequest.COMPLETED,
          ServedRequest.PROGRESS,
          ServedRequest.PROGRESS + ".part",
          Reply.FILE,
          Reply.FILE + ".part");

  private final Folder parent;
  private final Folder directory;
  private final Path targetPath;
  private final Optional<UserPrincipal> targetUser;

  private RequestDirectory(
      Folder parent, Folder directory, Path targetPath, Optional<UserPrincipal> targetUser) {
    this.parent = parent;
    this.directory = directory;
    this.targetPath = targetPath;
    this.targetUser = targetUser;
  }

  /**
   * @param proc the target process
   * @throws IOException when the directory cannot be created
   */
  public static RequestDirectory open(Proc proc, Request request) throws IOException {
    Path temporary = proc.hasOtherFiles() ? Path.of("/tmp") : ownTemporary();
    Folder parent = proc.folder(temporary);
    try {
      Path here = Files.createTempDirectory(proc.seenFromHere(temporary), "mulligan-");
      String name = here.getFileName().toString();
      Folder directory = created(parent, here);
      RequestDirectory exchange =
          new RequestDirectory(parent, directory, temporary.resolve(name), proc.owner());
      exchange.place(request);
      return exchange;
    } catch (IOException | RuntimeException e) {
      parent.close();
      throw e;
    }
  }

  /** On a full disk nothing stays behind: a request may hold a secret. */
  private void place(Request request) throws IOException {
    try {
      directory.create(Request.FILE, request.bytes());
      handOver();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Path ownTemporary() {
    return Path.of(System.getProperty("java.io.tmpdir", ".")).toAbsolutePath();
  }

  /**
   * Opens the directory through the parent's handle, which detects that the parent was replaced
   * meanwhile.
   */
  private static Folder created(Folder parent, Path here) throws IOException {
    try {
      return parent.child(here.getFileName().toString());
    } catch (IOException e) {
      Files.deleteIfExists(here);
      throw new IOException(here.getParent() + " was replaced by another folder meanwhile", e);
    }
  }

  /**
   * Changes the owner to the target's user: root may send a request to any user's process, which
   * must be able to write the reply.
   */
  private void handOver() throws IOException {
    if (targetUser.isPresent() && !targetUser.get().equals(directory.owner())) {
      directory.give(Request.FILE, targetUser.get());
      directory.give(targetUser.get());
    }
  }

  /** The directory's path in the target process. */
  public Path targetPath() {
    return targetPath;
  }

  /**
   * Reads the reply. Opening the file may block, see {@link Folder#read}.
   *
   * @return empty when there is no reply yet
   * @throws IOException when the reply cannot be read, or the file does not belong to the target's
   *     user
   */
  public Optional<Reply> reply() throws IOException {
    Optional<byte[]> json = read(Reply.FILE, Reply.LIMIT);
    return json.isEmpty() ? Optional.empty() : Reply.parse(json.get());
  }

  /**
   * Reads how far the agent is. Opening the file may block, see {@link Folder#read}.
   *
   * @return empty when the agent has not taken the request, or is of a version that shows nothing
   * @throws IOException when the file cannot be read, or does not belong to the target's user
   */
  public Optional<ChangeReport> progress() throws IOException {
    Optional<byte[]> json = read(ServedRequest.PROGRESS, PROGRESS_LIMIT);
    try {
      return json.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .map(text -> Json.GSON.fromJson(text, ChangeReport.class));
    } catch (JsonParseException e) {
      throw new IOException("the text is not valid JSON of a progress", e);
    }
  }

  private Optional<byte[]> read(String name, int limit) throws IOException {
    try {
      return Optional.of(
          directory.read(
              name, limit, owner -> targetUser.isEmpty() || targetUser.get().equals(owner)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /**
   * Withdraws the request.
   *
   * @return false if the agent has completed it: the reply follows at once
   * @throws IOException when the file cannot be removed
   */
  public boolean withdraw() throws IOException {
    return directory.deleteIfExists(Request.FILE);
  }

  /**
   * Removes the directory as far as possible: the target may have created files that cannot be
   * removed.
   */
  @Override
  public void close() {
    try (parent;
        directory) {
      for (String name : FILES) {
        directory.deleteIfExists(name);
      }
      parent.deleteFolder(targetPath.getFileName().toString());
    } catch (IOException left) {
      // The command line's own files are removed.
    }
  }
}
