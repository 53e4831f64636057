package dev.mulligan.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Java processes that this user may look at, found without disturbing any of them. */
public final class JavaProcesses {

  private static final Path TEMPORARY =
      Files.isDirectory(Path.of("/proc/self"))
          ? Path.of("/tmp") // HotSpot on Linux asks nobody where temporary files go
          : Path.of(System.getProperty("java.io.tmpdir", "."));

  /** All but this one, by pid. */
  public List<JavaProcess> all() {
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != self)
        .flatMap(process -> look(process).stream())
        .sorted(Comparator.comparingLong(JavaProcess::pid))
        .toList();
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
        !data.getOrDefault("sun.rt.jvmCapabilities", "1").startsWith("0"));
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
            !line.contains("-XX:+DisableAttachMechanism")));
  }

  private static Optional<Map<String, String>> published(long pid, Proc proc) {
    long inside = proc.pidInside().orElse(pid);
    for (Path folder : folders(proc.seenFromHere(TEMPORARY))) {
      try {
        return Optional.of(PerfData.read(folder.resolve(Long.toString(inside))));
      } catch (IOException elsewhere) {
        // the next user's folder
      }
    }
    return Optional.empty();
  }

  private static List<Path> folders(Path temporary) {
    try (Stream<Path> entries = Files.list(temporary)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("hsperfdata_"))
          .toList();
    } catch (IOException e) {
      return new ArrayList<>();
    }
  }
}
