package dev.mulligan.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/**
 * A directory for one request and its reply, which only the two ends can enter. Once it is gone the
 * request is withdrawn: an agent that wakes up too late finds nothing to do.
 *
 * @param here its path for this process
 * @param there its path for the other one
 */
record TalkDirectory(Path here, Path there) implements AutoCloseable {

  /**
   * @param proc of the other end
   * @throws IOException when it cannot be made
   */
  static TalkDirectory open(long pid, Proc proc, Request request) throws IOException {
    Path temporary = proc.hasOtherFiles() ? Path.of("/tmp") : ownTemporary();
    Path parent = proc.seenFromHere(temporary);
    if (proc.hasOtherFiles() && Files.isSymbolicLink(parent)) {
      throw new IOException(parent + " is a symbolic link"); // it could lead out of the container
    }
    Path here = Files.createTempDirectory(parent, "mulligan-");
    request.write(here);
    handOver(here, Path.of("/proc", Long.toString(pid)));
    return new TalkDirectory(here, temporary.resolve(here.getFileName()));
  }

  private static Path ownTemporary() {
    return Path.of(System.getProperty("java.io.tmpdir", ".")).toAbsolutePath();
  }

  /**
   * Root may ask a process of any user, and that process must be able to answer. The directory goes
   * last: from then on the other user could put a link where we write.
   */
  private static void handOver(Path directory, Path process) throws IOException {
    if (!Files.exists(process)) {
      return;
    }
    UserPrincipal owner = Files.getOwner(process);
    if (!owner.equals(Files.getOwner(directory))) {
      Files.setOwner(directory.resolve(Request.FILE), owner);
      Files.setOwner(directory, owner);
    }
  }

  @Override
  public void close() throws IOException {
    for (String name : List.of(Request.FILE, Reply.FILE, Reply.FILE + ".part")) {
      Files.deleteIfExists(here.resolve(name));
    }
    Files.deleteIfExists(here);
  }
}
