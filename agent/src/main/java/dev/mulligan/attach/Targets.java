package dev.mulligan.attach;

import dev.mulligan.attach.process.JavaProcess;
import dev.mulligan.attach.talk.CommandOrigin;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the process that a person means. */
public final class Targets {

  private static final int LISTED = 10;

  private final CommandOrigin asker;

  public Targets(CommandOrigin asker) {
    this.asker = asker;
  }

  /**
   * @param text a process number, or the name of a main class or jar
   * @param processes asked for a name only: with a number no other process is looked at
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
    throw called.isEmpty() ? nobody(text, all) : several(text, called);
  }

  private AttachFailure nobody(String text, List<JavaProcess> processes) {
    String message = "No Java process that you can see is called " + text + ".";
    if (processes.isEmpty()) {
      return new AttachFailure(message, "There is no other Java process at all.");
    }
    return new AttachFailure(
        message, "These are there:", listed(processes), "See also:", "  " + asker.command("ps"));
  }

  private static AttachFailure several(String text, List<JavaProcess> called) {
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
