package dev.mulligan.attach;

import dev.mulligan.attach.process.WaitLimit;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Explains a failed attach: translates an exception of the attach API to a cause and a remedy. */
final class Explanations {

  private static final String BUSY =
      "It may be busy with a long garbage collection, be swapped out, or hang.";

  private final CommandOrigin origin;
  private final ProcessRequest request;
  private final Obstacles obstacles;
  private final WaitLimit waitLimit;

  Explanations(
      CommandOrigin origin, ProcessRequest request, Obstacles obstacles, WaitLimit waitLimit) {
    this.origin = origin;
    this.request = request;
    this.obstacles = obstacles;
    this.waitLimit = waitLimit;
  }

  /** The JVM did not accept the connection. */
  AttachFailure notConnected(Exception failure) {
    if (isGone()) {
      return ended();
    }
    if (failure instanceof TimeoutException) {
      return timedOut(Exchange.Withdrawal.NOT_BEGUN);
    }
    if (message(failure).contains("doesn't respond")) {
      return obstacles.hasOtherFiles() ? socketNotFound() : attachTimedOut();
    }
    return new AttachFailure(
        "The JVM of process " + request.pid() + " refused the connection: " + message(failure),
        "Run the command as the same user and group as the process, or start the application"
            + " with the agent:",
        "  " + obstacles.launchOption());
  }

  /** The JVM received the request to load the agent, but no reply came. */
  AttachFailure unanswered(Optional<Exception> failure) {
    if (isGone()) {
      return ended();
    }
    String message = failure.map(Explanations::message).orElse("");
    if (message.contains("EnableDynamicAgentLoading")) {
      return obstacles.dynamicAgentsForbidden();
    }
    if (message.contains("Agent JAR not found")) {
      return jarUnreadable();
    }
    if (message.contains("instrument") || message.contains("java.instrument")) {
      return withoutInstrumentation();
    }
    return new AttachFailure(
        "Process "
            + request.pid()
            + " sent no reply; the agent may not run there."
            + (message.isEmpty() ? "" : " Its JVM reported: " + message),
        "See the standard error of the application: look for lines with [mulligan].");
  }

  /** The reply cannot be read. */
  AttachFailure unreadableReply(Exception failure) {
    return new AttachFailure(
        "Process "
            + request.pid()
            + " sent a reply that this command cannot read: "
            + message(failure),
        "Query its state: " + origin.command("status " + request.pid()));
  }

  /** The process has no agent. */
  AttachFailure noAgent() {
    return new AttachFailure(
        "No agent runs in process " + request.pid() + ".",
        "Attach one:",
        "  " + origin.command("attach " + request.pid() + " RULES.yaml"));
  }

  /** The limit has passed without an answer or progress. */
  AttachFailure timedOut(Exchange.Withdrawal withdrawal) {
    String seconds = " within " + waitLimit.limit().toSeconds() + " s. ";
    return switch (withdrawal) {
      case NOT_BEGUN ->
          new AttachFailure(
              process() + " did not answer" + seconds + "The command withdrew its request.",
              BUSY + " Once it answers again, repeat the command; --timeout 300 waits longer.");
      case UNDONE ->
          new AttachFailure(
              process() + " made no progress" + seconds + interrupted(withdrawal),
              BUSY + " Repeat the command; --timeout 300 waits longer.");
      case UNDOING ->
          new AttachFailure(
              process() + " made no progress" + seconds + interrupted(withdrawal), BUSY);
      case TOO_LATE ->
          new AttachFailure(
              process() + " sent no reply" + seconds + interrupted(withdrawal),
              "Query its state: " + origin.command("status " + request.pid()));
    };
  }

  /** What became of a request that was withdrawn. */
  String interrupted(Exchange.Withdrawal withdrawal) {
    return switch (withdrawal) {
      case NOT_BEGUN -> "The request is withdrawn; nothing was changed.";
      case UNDONE -> "The request is withdrawn; what had been changed is undone.";
      case UNDOING ->
          "The request is withdrawn; the process undoes what it had changed, which '"
              + origin.command("status " + request.pid())
              + "' shows.";
      case TOO_LATE -> "The request was done before it could be withdrawn.";
    };
  }

  private String process() {
    return "Process " + request.pid();
  }

  /** The JDK's attach API gave up after its own time limit. */
  private AttachFailure attachTimedOut() {
    return new AttachFailure(
        "The JVM of process " + request.pid() + " does not respond to the attach request.",
        "It may be busy with a long garbage collection, be swapped out, or hang. Once it answers"
            + " again, repeat the command.");
  }

  /** Older JDKs look for the target's attach socket in their own {@code /tmp} only. */
  private AttachFailure socketNotFound() {
    return new AttachFailure(
        "Process "
            + request.pid()
            + " has its own /tmp, and the Java that runs this command ("
            + Runtime.version()
            + ") cannot find its attach socket there.",
        "Run the command with a newer JDK, or in the mount namespace of that process:",
        "  nsenter --mount --target "
            + request.pid()
            + " "
            + origin.command(request.arguments(request.pid())));
  }

  AttachFailure ended() {
    return new AttachFailure("Process " + request.pid() + " has ended.");
  }

  private AttachFailure jarUnreadable() {
    return new AttachFailure(
        "Process " + request.pid() + " cannot read " + origin.jar() + ".",
        "Allow its user to read the file and to enter every folder above it, or copy the jar to"
            + " a place that the user can read, such as /opt, and run the command from there.");
  }

  private AttachFailure withoutInstrumentation() {
    return new AttachFailure(
        "Process "
            + request.pid()
            + " runs on a Java runtime image without the module java.instrument, which every"
            + " agent needs.",
        "Build the image with this module: jlink --add-modules java.instrument,…");
  }

  boolean isGone() {
    return ProcessHandle.of(request.pid()).isEmpty();
  }

  private static String message(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
