package dev.mulligan.attach.process;

import dev.mulligan.attach.folder.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The Java processes that this user may look at. They are only read about, in {@code /proc} and in
 * what their JVMs publish in files: no process notices.
 */
public final class JavaProcesses {

  private static final String PUBLISHED = "hsperfdata_";

  private static final Path TEMPORARY =
      Files.isDirectory(Path.of("/proc/self"))
          ? Path.of("/tmp") // HotSpot on Linux asks nobody where temporary files go
          : Path.of(System.getProperty("java.io.tmpdir", "."));

  /**
   * All but this one, by pid.
   *
   * @param limit how long to look at most; processes that are not reached by then are left out
   */
  public List<JavaProcess> all(Duration limit) {
    long self = ProcessHandle.current().pid();
    List<JavaProcess> found = Collections.synchronizedList(new ArrayList<>());
    try {
      new WaitLimit(limit, limit, since -> {})
          .start()
          .await(
              () -> {
                ProcessHandle.allProcesses()
                    .filter(process -> process.pid() != self)
                    .forEach(process -> look(process).ifPresent(found::add));
                return found;
              });
    } catch (Exception notAll) {
      // What was found is shown.
    }
    synchronized (found) {
      return found.stream().sorted(Comparator.comparingLong(JavaProcess::pid)).toList();
    }
  }

  /**
   * @return empty when there is no such process, or it is no Java process, or not ours to look at
   */
  public Optional<JavaProcess> find(long pid) {
    return ProcessHandle.of(pid).flatMap(this::look);
  }

  private Optional<JavaProcess> look(ProcessHandle process) {
    Proc proc = Proc.of(process.pid());
    if (proc.containsJvm().equals(Optional.of(false))) {
      return Optional.empty(); // what lies under this number is left from an earlier process
    }
    return published(process.pid(), proc)
        .map(data -> fromPublished(process, data))
        .or(() -> fromCommandLine(process, proc));
  }

  private static JavaProcess fromPublished(ProcessHandle process, Map<String, String> data) {
    String command = data.getOrDefault("sun.rt.javaCommand", "");
    return new JavaProcess(
        process.pid(),
        process.info().user().orElse(""),
        command.split(" ", 2)[0],
        data.getOrDefault("java.property.java.version", ""),
        data.getOrDefault("java.rt.vmFlags", "") + " " + data.getOrDefault("java.rt.vmArgs", ""),
        !data.getOrDefault("sun.rt.jvmCapabilities", "1").startsWith("0"),
        AgentPresence.parse(data.getOrDefault(AgentPresence.PROPERTY, "")));
  }

  /** For a JVM that publishes nothing ({@code -XX:-UsePerfData}). */
  private static Optional<JavaProcess> fromCommandLine(ProcessHandle process, Proc proc) {
    if (!proc.containsJvm().orElse(false)) {
      return Optional.empty();
    }
    List<String> line = proc.commandLine();
    return Optional.of(
        new JavaProcess(
            process.pid(),
            process.info().user().orElse(""),
            JavaCommandLine.mainOf(line),
            "",
            String.join(" ", line),
            !line.contains("-XX:+DisableAttachMechanism"),
            Optional.empty()));
  }

  /** A file of another user under a process's number says nothing about that process. */
  private static Optional<Map<String, String>> published(long pid, Proc proc) {
    Predicate<UserPrincipal> trusted = owner -> proc.owner().map(owner::equals).orElse(true);
    String file = Long.toString(proc.pidInside().orElse(pid));
    try (Folder temporary = proc.folder(TEMPORARY)) {
      for (String name : temporary.names(PUBLISHED)) {
        Optional<Map<String, String>> data = published(temporary, name, file, trusted);
        if (data.isPresent()) {
          return data;
        }
      }
    } catch (IOException unreadable) {
      // as if nothing were published
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> published(
      Folder temporary, String name, String file, Predicate<UserPrincipal> trusted) {
    try (Folder folder = temporary.child(name)) {
      return Optional.of(PerfData.parse(folder.read(file, PerfData.LIMIT, trusted)));
    } catch (IOException elsewhere) {
      return Optional.empty();
    }
  }
}
