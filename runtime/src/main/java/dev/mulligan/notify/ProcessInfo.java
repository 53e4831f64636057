package dev.mulligan.notify;

import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The process that sends a notification.
 *
 * @param program main class, module or file name of the jar; never the arguments, which may contain
 *     secrets
 * @param jvm version and name
 */
public record ProcessInfo(String program, long pid, String jvm, String host) {

  private static final String UNKNOWN = "unknown";

  /** Not a static final value: if this fails once, it can be tried again. */
  private static volatile @Nullable ProcessInfo current;

  /**
   * Returns this process. May look up the host name in the network: call it only on a thread that
   * may block.
   */
  public static ProcessInfo current() {
    ProcessInfo known = current;
    if (known == null) {
      known =
          new ProcessInfo(
              ownProgram(), ProcessHandle.current().pid(), ownJvm(), hostOf(System.getenv()));
      current = known;
    }
    return known;
  }

  /** Returns this process; its host is empty unless the environment names it. Does not block. */
  public static ProcessInfo withoutLookUp() {
    return new ProcessInfo(
        ownProgram(),
        ProcessHandle.current().pid(),
        ownJvm(),
        hostNamedIn(System.getenv()).orElse(""));
  }

  /**
   * Returns a copy with this machine's name if the host is empty. Call it only on a thread that may
   * block.
   */
  public ProcessInfo withHost() {
    return host.isEmpty() ? new ProcessInfo(program, pid, jvm, current().host()) : this;
  }

  /**
   * Returns the program's name without its version, so that it is the same over releases: {@code
   * app.jar} for {@code app-1.2.3.jar}.
   */
  public String programWithoutVersion() {
    return program.replaceAll("[-_.]v?[0-9].*(?=\\.jar$)", "");
  }

  private static String ownProgram() {
    return programOf(
        System.getProperty("sun.java.command", ""), System.getProperty("java.class.path", ""));
  }

  private static String ownJvm() {
    return System.getProperty("java.version", UNKNOWN)
        + " ("
        + System.getProperty("java.vm.name", UNKNOWN)
        + ")";
  }

  static String programOf(String command, String classPath) {
    String firstEntry = classPath.split(System.getProperty("path.separator", ":"), 2)[0];
    // With -jar the class path starts with the jar, which shows where a path with blanks ends.
    boolean isJar = firstEntry.endsWith(".jar") && command.startsWith(firstEntry);
    String program = isJar ? firstEntry : command.strip().split("\\s", 2)[0];
    return program.isEmpty() ? UNKNOWN : fileName(program);
  }

  static String hostOf(Map<String, String> environment) {
    Optional<String> named = hostNamedIn(environment);
    if (named.isPresent()) {
      return named.get();
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return UNKNOWN;
    }
  }

  private static Optional<String> hostNamedIn(Map<String, String> environment) {
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String name = environment.getOrDefault(variable, "");
      if (!name.isBlank()) {
        return Optional.of(name.strip());
      }
    }
    return Optional.empty();
  }

  private static String fileName(String program) {
    boolean isPath = program.endsWith(".jar") || program.endsWith(".java");
    return isPath ? new File(program).getName() : program;
  }
}
