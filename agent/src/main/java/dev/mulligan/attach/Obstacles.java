package dev.mulligan.attach;

import dev.mulligan.attach.process.JavaProcess;
import dev.mulligan.attach.process.Proc;
import dev.mulligan.attach.talk.Command;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Detects from outside, before anything is sent, why an attach to a process would fail. Each
 * failure names its remedy.
 */
final class Obstacles {

  private final CommandOrigin origin;
  private final ProcessRequest request;
  private final Proc proc;

  Obstacles(CommandOrigin origin, ProcessRequest request, Proc proc) {
    this.origin = origin;
    this.request = request;
    this.proc = proc;
  }

  /**
   * @param handle empty when there is no such process
   * @param process empty when it is not a Java process
   * @throws AttachFailure for the first obstacle
   */
  void check(Optional<ProcessHandle> handle, Optional<JavaProcess> process) throws AttachFailure {
    checkAlive(handle);
    checkUser(
        handle
            .flatMap(running -> running.info().user())
            .or(() -> proc.owner().map(UserPrincipal::getName)));
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
          "There is no process " + request.pid() + ".",
          "List the Java processes of this machine:",
          "  " + origin.command("ps"));
    }
    if (request.pid() == ProcessHandle.current().pid()) {
      throw new AttachFailure("Process " + request.pid() + " is this command itself.");
    }
  }

  private void checkUser(Optional<String> owner) throws AttachFailure {
    if (owner.isEmpty() || owner.get().equals(origin.user()) || origin.isRoot()) {
      return;
    }
    throw new AttachFailure(
        "Process "
            + request.pid()
            + " belongs to user "
            + owner.get()
            + ", and you are "
            + origin.user()
            + ". A JVM accepts an attach only from its own user.",
        "Run the command as that user:",
        "  sudo -u "
            + forSudo(owner.get())
            + " "
            + origin.command(request.arguments(request.pid())));
  }

  /** The number of a user without a name is marked. */
  private static String forSudo(String user) {
    return user.chars().allMatch(Character::isDigit) ? "'#" + user + "'" : user;
  }

  private void checkJava(Optional<ProcessHandle> handle, Optional<JavaProcess> process)
      throws AttachFailure {
    if (process.isPresent() && proc.handlesQuit().orElse(true)) {
      return;
    }
    if (process.isPresent()) {
      throw new AttachFailure(
          "Process " + request.pid() + " is a JVM that is starting or shutting down.",
          "Try again in a moment.");
    }
    String what = handle.flatMap(running -> running.info().command()).orElse("");
    throw new AttachFailure(
        "Process " + request.pid() + inBrackets(what) + " is not a Java process.",
        "List the Java processes of this machine:",
        "  " + origin.command("ps"));
  }

  private void checkState() throws AttachFailure {
    String state = proc.state().orElse("");
    if (state.equals("T")) {
      throw new AttachFailure(
          "Process " + request.pid() + " is stopped (SIGSTOP) and cannot answer.",
          "Resume it, then repeat the command:",
          "  kill -CONT " + request.pid());
    }
    if (state.equals("t")) {
      throw new AttachFailure(
          "Process " + request.pid() + " is held by a debugger or tracer and cannot answer.",
          "Resume it in that tool, then repeat the command.");
    }
  }

  private void checkOptions(JavaProcess process) throws AttachFailure {
    if (process.isTooOld()) {
      throw new AttachFailure(
          "Process "
              + request.pid()
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
              + request.pid()
              + " was started with -XX:+DisableAttachMechanism: its JVM refuses every attach.",
          "Restart it without that option, or with the agent:",
          "  " + launchOption());
    }
    if (process.forbidsDynamicAgents() && request.command() == Command.ATTACH) {
      throw dynamicAgentsForbidden();
    }
  }

  AttachFailure dynamicAgentsForbidden() {
    return new AttachFailure(
        "Process "
            + request.pid()
            + " was started with -XX:-EnableDynamicAgentLoading: its JVM loads no agent at run"
            + " time.",
        "Restart it with -XX:+EnableDynamicAgentLoading, or with the agent:",
        "  " + launchOption());
  }

  /** The JVM option that starts the application with the agent. */
  String launchOption() {
    return "-javaagent:"
        + origin.jar()
        + "="
        + request.rules().map(Path::toString).orElse("RULES.yaml");
  }

  boolean hasOtherFiles() {
    return proc.hasOtherFiles();
  }

  private void checkFiles() throws AttachFailure {
    if (!proc.hasOtherFiles()) {
      return;
    }
    checkVisible(origin.jar());
    if (request.rules().isPresent()) {
      checkVisible(request.rules().get());
    }
  }

  private void checkVisible(Path file) throws AttachFailure {
    if (Files.exists(proc.seenFromHere(file))) {
      return;
    }
    long inside = proc.pidInside().orElse(request.pid());
    String message =
        "Process "
            + request.pid()
            + " has its own file systems, and they do not contain "
            + file
            + ".";
    throw inside == request.pid()
        ? new AttachFailure(
            message,
            "Put the jar and the rule file at a path that is the same for the process, such as"
                + " /opt, and repeat the command from there.")
        : inContainer(message, inside);
  }

  private AttachFailure inContainer(String message, long inside) {
    List<String> remedies = new ArrayList<>();
    remedies.add(
        "It runs in a container, as process "
            + inside
            + ". Copy the files into it and run the"
            + " command there:");
    remedies.add("  docker cp " + origin.jar() + " CONTAINER:/tmp/");
    request.rules().ifPresent(rules -> remedies.add("  docker cp " + rules + " CONTAINER:/tmp/"));
    remedies.add(
        "  docker exec CONTAINER java -jar "
            + inTemporary(origin.jar())
            + " "
            + request.withRules(Obstacles::inTemporary).arguments(inside));
    return new AttachFailure(message, remedies.toArray(String[]::new));
  }

  private static Path inTemporary(Path file) {
    return Path.of("/tmp").resolve(file.getFileName());
  }

  private static String inBrackets(String what) {
    return what.isEmpty() ? "" : " (" + what + ")";
  }
}
