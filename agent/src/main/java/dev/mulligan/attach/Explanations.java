package dev.mulligan.attach;

import dev.mulligan.attach.process.WaitLimit;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What stands behind an exception of the JVM's attach, and what to do about it. */
final class Explanations {

  private final CommandOrigin asker;
  private final ProcessRequest errand;
  private final Obstacles obstacles;
  private final WaitLimit patience;

  Explanations(
      CommandOrigin asker, ProcessRequest errand, Obstacles obstacles, WaitLimit patience) {
    this.asker = asker;
    this.errand = errand;
    this.obstacles = obstacles;
    this.patience = patience;
  }

  /** The JVM did not open a line. */
  AttachFailure notConnected(Exception failure) {
    if (isGone()) {
      return ended();
    }
    if (failure instanceof TimeoutException) {
      return silent();
    }
    if (saying(failure).contains("doesn't respond")) {
      return obstacles.hasOtherFiles() ? doorNotFound() : deaf();
    }
    return new AttachFailure(
        "The JVM of process " + errand.pid() + " did not let the command in: " + saying(failure),
        "The command must run as the same user and group as the process. Otherwise start the"
            + " application with the agent in it:",
        "  " + obstacles.launchOption());
  }

  /** The JVM was asked to load the agent, and no reply came. */
  AttachFailure unanswered(Optional<Exception> failure) {
    if (isGone()) {
      return ended();
    }
    String saying = failure.map(Explanations::saying).orElse("");
    if (failure.isPresent() && failure.get() instanceof TimeoutException) {
      return silent();
    }
    if (saying.contains("EnableDynamicAgentLoading")) {
      return obstacles.dynamicAgentsForbidden();
    }
    if (saying.contains("Agent JAR not found")) {
      return jarUnreadable();
    }
    if (saying.contains("instrument") || saying.contains("java.instrument")) {
      return withoutInstrumentation();
    }
    return new AttachFailure(
        "Process "
            + errand.pid()
            + " did not acknowledge: the agent is not known to run there."
            + (saying.isEmpty() ? "" : " Its JVM said: " + saying),
        "The application's standard error tells more: look for lines with [mulligan].");
  }

  /** Something came back that is no reply of an agent. */
  AttachFailure notUnderstood(Exception failure) {
    return new AttachFailure(
        "Process "
            + errand.pid()
            + " sent no reply that this command understands: "
            + saying(failure),
        "Ask for its state: " + asker.command("status " + errand.pid()));
  }

  /** Nobody there to ask. */
  AttachFailure noAgent() {
    return new AttachFailure(
        "No agent runs in process " + errand.pid() + ".",
        "Put one in:",
        "  " + asker.command("attach " + errand.pid() + " RULES.yaml"));
  }

  private AttachFailure silent() {
    return new AttachFailure(
        "Process "
            + errand.pid()
            + " did not answer within "
            + patience.limit().toSeconds()
            + " s. The request is withdrawn.",
        "It may be busy with a long garbage collection, be swapped out, or hang. Once it answers"
            + " again, repeat the command; --timeout 300 waits longer.");
  }

  /** The JVM's attach itself gave up, after the time that it thinks right. */
  private AttachFailure deaf() {
    return new AttachFailure(
        "The JVM of process " + errand.pid() + " does not react to an attach.",
        "It may be busy with a long garbage collection, be swapped out, or hang. Once it answers"
            + " again, repeat the command.");
  }

  /** Older JDKs look for the target's socket in their own {@code /tmp} only. */
  private AttachFailure doorNotFound() {
    return new AttachFailure(
        "Process "
            + errand.pid()
            + " has a /tmp of its own, and the Java that runs this command ("
            + Runtime.version()
            + ") does not find its way in.",
        "Run the command with a newer JDK, or among the files of that process:",
        "  nsenter --mount --target "
            + errand.pid()
            + " "
            + asker.command(errand.arguments(errand.pid())));
  }

  private AttachFailure ended() {
    return new AttachFailure("Process " + errand.pid() + " ended in the meantime.");
  }

  private AttachFailure jarUnreadable() {
    return new AttachFailure(
        "Process " + errand.pid() + " cannot read " + asker.jar() + ".",
        "Give its user the right to read the file and to enter every folder above it, or copy the"
            + " jar to a place that it can read, such as /opt, and run the command from there.");
  }

  private AttachFailure withoutInstrumentation() {
    return new AttachFailure(
        "Process "
            + errand.pid()
            + " runs on a Java runtime image without the module java.instrument: no agent can be"
            + " put into it.",
        "Build the image with the module in it: jlink --add-modules java.instrument,…");
  }

  private boolean isGone() {
    return ProcessHandle.of(errand.pid()).isEmpty();
  }

  private static String saying(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
