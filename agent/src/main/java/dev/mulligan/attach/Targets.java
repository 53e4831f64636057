package dev.mulligan.attach;

import dev.mulligan.attach.process.JavaProcess;
import dev.mulligan.attach.talk.CommandOrigin;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the process that the user names. */
public final class Targets {

  private static final int LISTED = 10;

  private final CommandOrigin origin;

  public Targets(CommandOrigin origin) {
    this.origin = origin;
  }

  /**
   * @param text a process number, or the name of a main class or jar
   * @param processes used for a name only; for a number, no other process is inspected
   * @throws AttachFailure when the name fits no process, or more than one
   */
  public long find(String text, Supplier<List<JavaProcess>> processes) throws AttachFailure {
    if (text.matches("\\d{1,18}")) {
      return Long.parseLong(text);
    }
    List<JavaProcess> all = processes.get();
    List<JavaProcess> called = all.stream().filter(process -> process.isCalled(text)).toList();
    if (called.size() == 1) {
      return called.get(0).pid();
    }
    throw called.isEmpty() ? notFound(text, all) : ambiguous(text, called);
  }

  private AttachFailure notFound(String text, List<JavaProcess> processes) {
    String message = "No Java process that you can see is called " + text + ".";
    if (processes.isEmpty()) {
      return new AttachFailure(message, "You can see no other Java process.");
    }
    return new AttachFailure(
        message, "These are running:", listed(processes), "See also:", "  " + origin.command("ps"));
  }

  private static AttachFailure ambiguous(String text, List<JavaProcess> called) {
    return new AttachFailure(
        called.size() + " Java processes are called " + text + ".",
        "Name one of them by its number:",
        listed(called));
  }

  private static String listed(List<JavaProcess> processes) {
    String shown =
        processes.stream()
            .limit(LISTED)
            .map(process -> "  " + process.pid() + "  " + process.main())
            .collect(Collectors.joining("\n  "));
    int more = processes.size() - LISTED;
    return more > 0 ? shown + "\n    and " + more + " more" : shown;
  }
}
