package dev.mulligan.attach.process;

import dev.mulligan.attach.folder.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a process's folder under {@code /proc} on Linux. On other systems, and where this user may
 * not read a file, every answer is empty.
 */
public final class Proc {

  private final Path folder;
  private final Path own;

  private Proc(Path folder, Path own) {
    this.folder = folder;
    this.own = own;
  }

  public static Proc of(long pid) {
    return in(Path.of("/proc"), pid);
  }

  public static Proc in(Path proc, long pid) {
    return new Proc(proc.resolve(Long.toString(pid)), proc.resolve("self"));
  }

  /** One letter, such as {@code S} for sleeping, {@code T} for stopped, {@code Z} for a zombie. */
  public Optional<String> state() {
    return status("State").map(state -> state.substring(0, 1));
  }

  /** The process's number in the innermost container that it runs in. */
  public Optional<Long> pidInside() {
    return status("NSpid")
        .map(numbers -> Long.parseLong(numbers.substring(numbers.lastIndexOf('\t') + 1)));
  }

  /**
   * Whether the process handles SIGQUIT. An attach sends this signal, which ends a process without
   * a handler.
   */
  public Optional<Boolean> handlesQuit() {
    int quit = 1 << 2;
    return status("SigCgt").map(mask -> (Long.parseUnsignedLong(mask, 16) & quit) != 0);
  }

  /** Whether a JVM is loaded into the process. */
  Optional<Boolean> containsJvm() {
    try (Stream<String> mapped = Files.lines(folder.resolve("maps"), StandardCharsets.ISO_8859_1)) {
      return Optional.of(mapped.anyMatch(line -> line.contains("/libjvm.so")));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The command and its arguments. */
  List<String> commandLine() {
    try {
      String line = Files.readString(folder.resolve("cmdline"), StandardCharsets.UTF_8);
      return new ArrayList<>(List.of(line.split("\0", -1)));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The environment variables at the process's start; only its own user and root may read them. */
  public Optional<Map<String, String>> environment() {
    Map<String, String> variables = new HashMap<>();
    try {
      String all = Files.readString(folder.resolve("environ"), StandardCharsets.UTF_8);
      for (String variable : all.split("\0", -1)) {
        int equals = variable.indexOf('=');
        if (equals > 0) {
          variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
      }
      return Optional.of(variables);
    } catch (IOException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * Whether it has another mount namespace than this process, as in a container or with systemd's
   * PrivateTmp.
   */
  public boolean hasOtherFiles() {
    try {
      Path link = Path.of("ns", "mnt");
      return !Files.readSymbolicLink(folder.resolve(link))
          .equals(Files.readSymbolicLink(own.resolve(link)));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Translates a path of that process to a path of this process. */
  public Path seenFromHere(Path there) {
    return hasOtherFiles()
        ? folder.resolve("root").resolve(there.getRoot().relativize(there))
        : there;
  }

  /**
   * Opens a folder of that process. The path to its root is a link of the kernel; below it no
   * symbolic link is followed, since the process could have created one that leads out of its
   * container.
   */
  public Folder folder(Path there) throws IOException {
    if (!hasOtherFiles()) {
      return Folder.open(there);
    }
    Folder opened = Folder.open(folder.resolve("root"));
    for (Path name : there) {
      try (Folder parent = opened) {
        opened = parent.child(name.toString());
      }
    }
    return opened;
  }

  /** The user who runs the process; empty where there is no {@code /proc}. */
  public Optional<UserPrincipal> owner() {
    try {
      return Optional.of(Files.getOwner(folder));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private Optional<String> status(String key) {
    return Optional.ofNullable(status().get(key)).filter(value -> !value.isEmpty());
  }

  private Map<String, String> status() {
    Map<String, String> status = new HashMap<>();
    try (Stream<String> lines = Files.lines(folder.resolve("status"))) {
      lines.forEach(
          line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
              status.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
          });
      return status;
    } catch (IOException | UncheckedIOException e) {
      return Map.of();
    }
  }
}
