package dev.mulligan.attach;

import dev.mulligan.attach.process.JavaProcess;
import dev.mulligan.attach.process.Proc;
import dev.mulligan.attach.talk.Command;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be seen from outside to stand between a command line and a process, before anything is
 * sent there. Each obstacle is told with its remedy.
 */
final class Obstacles {

  private final CommandOrigin asker;
  private final ProcessRequest errand;
  private final Proc proc;

  Obstacles(CommandOrigin asker, ProcessRequest errand, Proc proc) {
    this.asker = asker;
    this.errand = errand;
    this.proc = proc;
  }

  /**
   * @param handle empty when there is no such process
   * @param process empty when it shows no sign of Java
   * @throws AttachFailure for the first obstacle
   */
  void check(Optional<ProcessHandle> handle, Optional<JavaProcess> process) throws AttachFailure {
    checkAlive(handle);
    checkUser(handle.flatMap(running -> running.info().user()));
    checkJava(handle, process);
    checkState();
    if (process.isPresent()) {
      checkOptions(process.get());
    }
    checkFiles();
  }

  private void checkAlive(Optional<ProcessHandle> handle) throws AttachFailure {
    if (handle.isEmpty() || proc.state().equals(Optional.of("Z"))) {
      throw new AttachFailure(
          "There is no process " + errand.pid() + ".",
          "List the Java processes of this machine:",
          "  " + asker.command("ps"));
    }
    if (errand.pid() == ProcessHandle.current().pid()) {
      throw new AttachFailure("Process " + errand.pid() + " is this command itself.");
    }
  }

  private void checkUser(Optional<String> owner) throws AttachFailure {
    if (owner.isEmpty() || owner.get().equals(asker.user()) || asker.isRoot()) {
      return;
    }
    throw new AttachFailure(
        "Process "
            + errand.pid()
            + " belongs to user "
            + owner.get()
            + ", and you are "
            + asker.user()
            + ". A JVM lets in only its own user.",
        "Run the command as that user:",
        "  sudo -u " + owner.get() + " " + asker.command(errand.arguments(errand.pid())));
  }

  private void checkJava(Optional<ProcessHandle> handle, Optional<JavaProcess> process)
      throws AttachFailure {
    if (process.isPresent() && proc.handlesQuit().orElse(true)) {
      return;
    }
    if (process.isPresent()) {
      throw new AttachFailure(
          "Process " + errand.pid() + " is a JVM that has just begun to start or to end.",
          "Try again in a moment.");
    }
    String what = handle.flatMap(running -> running.info().command()).orElse("");
    throw new AttachFailure(
        "Process " + errand.pid() + inBrackets(what) + " is not a Java process.",
        "List the Java processes of this machine:",
        "  " + asker.command("ps"));
  }

  private void checkState() throws AttachFailure {
    String state = proc.state().orElse("");
    if (state.equals("T")) {
      throw new AttachFailure(
          "Process " + errand.pid() + " is stopped (SIGSTOP) and cannot answer.",
          "Let it go on, then repeat the command:",
          "  kill -CONT " + errand.pid());
    }
    if (state.equals("t")) {
      throw new AttachFailure(
          "Process " + errand.pid() + " is held by a debugger or tracer and cannot answer.",
          "Let it go on there, then repeat the command.");
    }
  }

  private void checkOptions(JavaProcess process) throws AttachFailure {
    if (process.isTooOld()) {
      throw new AttachFailure(
          "Process "
              + errand.pid()
              + " runs on Java "
              + process.version()
              + "; the agent needs Java "
              + JavaProcess.OLDEST_JAVA
              + " or newer.",
          "Start the application with a newer Java.");
    }
    if (!process.attachable()) {
      throw new AttachFailure(
          "Process "
              + errand.pid()
              + " was started with -XX:+DisableAttachMechanism: its JVM lets nobody in.",
          "Start it again without that option, or with the agent in it from the beginning:",
          "  " + launchOption());
    }
    if (process.forbidsDynamicAgents() && errand.command() == Command.ATTACH) {
      throw dynamicAgentsForbidden();
    }
  }

  AttachFailure dynamicAgentsForbidden() {
    return new AttachFailure(
        "Process "
            + errand.pid()
            + " was started with -XX:-EnableDynamicAgentLoading: its JVM takes no agent while it"
            + " runs.",
        "Start it again with -XX:+EnableDynamicAgentLoading, or with the agent in it from the"
            + " beginning:",
        "  " + launchOption());
  }

  /** How to have the agent in from the start. */
  String launchOption() {
    return "-javaagent:"
        + asker.jar()
        + "="
        + errand.rules().map(Path::toString).orElse("RULES.yaml");
  }

  boolean hasOtherFiles() {
    return proc.hasOtherFiles();
  }

  private void checkFiles() throws AttachFailure {
    if (!proc.hasOtherFiles()) {
      return;
    }
    checkVisible(asker.jar());
    if (errand.rules().isPresent()) {
      checkVisible(errand.rules().get());
    }
  }

  private void checkVisible(Path file) throws AttachFailure {
    if (Files.exists(proc.seenFromHere(file))) {
      return;
    }
    long inside = proc.pidInside().orElse(errand.pid());
    String message =
        "Process "
            + errand.pid()
            + " has file systems of its own, and there is no "
            + file
            + " in them.";
    throw inside == errand.pid()
        ? new AttachFailure(
            message,
            "Put the jar and the rule file where the process sees them at the same path, such as"
                + " /opt, and repeat the command from there.")
        : inContainer(message, inside);
  }

  private AttachFailure inContainer(String message, long inside) {
    List<String> remedies = new ArrayList<>();
    remedies.add(
        "It runs in a container, as process "
            + inside
            + ". Copy in what is needed, and run the"
            + " command there:");
    remedies.add("  docker cp " + asker.jar() + " CONTAINER:/tmp/");
    errand.rules().ifPresent(rules -> remedies.add("  docker cp " + rules + " CONTAINER:/tmp/"));
    remedies.add(
        "  docker exec CONTAINER java -jar "
            + inTemporary(asker.jar())
            + " "
            + errand.withRules(Obstacles::inTemporary).arguments(inside));
    return new AttachFailure(message, remedies.toArray(String[]::new));
  }

  private static Path inTemporary(Path file) {
    return Path.of("/tmp").resolve(file.getFileName());
  }

  private static String inBrackets(String what) {
    return what.isEmpty() ? "" : " (" + what + ")";
  }
}
