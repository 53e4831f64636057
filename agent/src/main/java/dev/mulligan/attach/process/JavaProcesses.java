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
 * Lists the Java processes that this user may inspect. It only reads {@code /proc} and the files
 * that the JVMs publish, and does not disturb the processes.
 */
public final class JavaProcesses {

  private static final String PUBLISHED = "hsperfdata_";

  private static final Path TEMPORARY =
      Files.isDirectory(Path.of("/proc/self"))
          ? Path.of("/tmp") // HotSpot on Linux always uses /tmp
          : Path.of(System.getProperty("java.io.tmpdir", "."));

  /**
   * All Java processes except this one, sorted by pid.
   *
   * @param limit the maximum time for the search; processes not inspected by then are left out
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
                    .forEach(process -> inspect(process).ifPresent(found::add));
                return found;
              });
    } catch (Exception notAll) {
      // The processes found so far are returned.
    }
    synchronized (found) {
      return found.stream().sorted(Comparator.comparingLong(JavaProcess::pid)).toList();
    }
  }

  /**
   * @return empty when there is no such process, it is not a Java process, or this user may not
   *     inspect it
   */
  public Optional<JavaProcess> find(long pid) {
    return ProcessHandle.of(pid).flatMap(this::inspect);
  }

  private Optional<JavaProcess> inspect(ProcessHandle process) {
    Proc proc = Proc.of(process.pid());
    if (proc.containsJvm().equals(Optional.of(false))) {
      return Optional.empty(); // published data under this number belong to an earlier process
    }
    String user =
        process.info().user().or(() -> proc.owner().map(UserPrincipal::getName)).orElse("");
    return published(process.pid(), proc)
        .map(data -> fromPublished(process, user, data))
        .or(() -> fromCommandLine(process, user, proc));
  }

  private static JavaProcess fromPublished(
      ProcessHandle process, String user, Map<String, String> data) {
    String command = data.getOrDefault("sun.rt.javaCommand", "");
    return new JavaProcess(
        process.pid(),
        user,
        command.split(" ", 2)[0],
        data.getOrDefault("java.property.java.version", ""),
        data.getOrDefault("java.rt.vmFlags", "") + " " + data.getOrDefault("java.rt.vmArgs", ""),
        !data.getOrDefault("sun.rt.jvmCapabilities", "1").startsWith("0"),
        AgentPresence.parse(data.getOrDefault(AgentPresence.PROPERTY, "")));
  }

  /** For a JVM that publishes no data ({@code -XX:-UsePerfData}). */
  private static Optional<JavaProcess> fromCommandLine(
      ProcessHandle process, String user, Proc proc) {
    if (!proc.containsJvm().orElse(false)) {
      return Optional.empty();
    }
    List<String> line = proc.commandLine();
    return Optional.of(
        new JavaProcess(
            process.pid(),
            user,
            JavaCommandLine.mainOf(line),
            "",
            String.join(" ", line),
            !line.contains("-XX:+DisableAttachMechanism"),
            Optional.empty()));
  }

  /** Reads a process's published data; files of other users under its number are not trusted. */
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
      // treated as if the JVM published no data
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
