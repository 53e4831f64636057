package dev.mulligan.attach;

import dev.mulligan.attach.process.AgentPresence;
import dev.mulligan.attach.process.Connection;
import dev.mulligan.attach.process.JavaProcess;
import dev.mulligan.attach.process.JavaProcesses;
import dev.mulligan.attach.process.JdkConnection;
import dev.mulligan.attach.process.Proc;
import dev.mulligan.attach.process.WaitLimit;
import dev.mulligan.attach.talk.Command;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.attach.talk.Request;
import dev.mulligan.attach.talk.RequestDirectory;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The command line's end of the talk: finds the way into a process and brings its reply back. */
public final class Attacher {

  private final CommandOrigin asker;
  private final WaitLimit patience;
  private final Connection.Connector connector;

  public Attacher(CommandOrigin asker, WaitLimit patience) {
    this(asker, patience, JdkConnection::to);
  }

  Attacher(CommandOrigin asker, WaitLimit patience, Connection.Connector connector) {
    this.asker = asker;
    this.patience = patience;
    this.connector = connector;
  }

  /**
   * Asks a process and waits for its acknowledgement.
   *
   * @throws AttachFailure when there is none
   */
  public Reply ask(ProcessRequest errand) throws AttachFailure {
    checkOwnRuntime();
    Proc proc = Proc.of(errand.pid());
    WaitLimit.Countdown countdown = patience.start();
    Obstacles obstacles = new Obstacles(asker, errand, proc);
    Explanations explanations = new Explanations(asker, errand, obstacles, patience);
    obstacles.check(ProcessHandle.of(errand.pid()), find(errand.pid(), countdown, explanations));
    Connection connection = connect(errand, countdown, explanations);
    try {
      return talk(errand, proc, connection, countdown, explanations);
    } finally {
      connection.close();
    }
  }

  private static Optional<JavaProcess> find(
      long pid, WaitLimit.Countdown countdown, Explanations explanations) throws AttachFailure {
    try {
      return countdown.await(() -> new JavaProcesses().find(pid));
    } catch (Exception e) {
      throw explanations.notConnected(e);
    }
  }

  private static boolean hasAttachModule() {
    return ModuleLayer.boot().findModule("jdk.attach").isPresent();
  }

  private static void checkOwnRuntime() throws AttachFailure {
    if (!hasAttachModule()) {
      throw new AttachFailure(
          "The Java that runs this command ("
              + System.getProperty("java.home")
              + ") has no module jdk.attach.",
          "Run the command with a full JDK 17 or newer; the application itself needs none.");
    }
  }

  private Connection connect(
      ProcessRequest errand, WaitLimit.Countdown countdown, Explanations explanations)
      throws AttachFailure {
    try {
      return countdown.await(() -> connector.connect(errand.pid()));
    } catch (Exception e) {
      throw explanations.notConnected(e);
    }
  }

  private Reply talk(
      ProcessRequest errand,
      Proc proc,
      Connection connection,
      WaitLimit.Countdown countdown,
      Explanations explanations)
      throws AttachFailure {
    if (errand.command() != Command.ATTACH && !hasAgent(connection, countdown, explanations)) {
      throw explanations.noAgent();
    }
    try (RequestDirectory directory = RequestDirectory.open(proc, request(errand))) {
      Optional<Exception> failure = load(connection, directory, countdown);
      Optional<Reply> reply = reply(directory, countdown, explanations);
      if (reply.isEmpty()) {
        throw explanations.unanswered(failure);
      }
      return reply.get();
    } catch (IOException e) {
      throw new AttachFailure(
          "The directory for talking with process " + errand.pid() + " failed: " + e,
          "Look at the space and the rights in " + System.getProperty("java.io.tmpdir") + ".");
    }
  }

  private static Optional<Reply> reply(
      RequestDirectory directory, WaitLimit.Countdown countdown, Explanations explanations)
      throws AttachFailure {
    try {
      return countdown.await(directory::reply);
    } catch (TimeoutException e) {
      throw explanations.unanswered(Optional.of(e));
    } catch (Exception e) {
      throw explanations.notUnderstood(e);
    }
  }

  private boolean hasAgent(
      Connection connection, WaitLimit.Countdown countdown, Explanations explanations)
      throws AttachFailure {
    try {
      return AgentPresence.in(countdown.await(connection::systemProperties)).isPresent();
    } catch (Exception e) {
      throw explanations.notConnected(e);
    }
  }

  private Request request(ProcessRequest errand) {
    return new Request(
        errand.command(),
        asker.jar(),
        asker.version(),
        errand.rules(),
        errand.strictness(),
        errand.channels());
  }

  /** What this call reports is only a hint for the explanation; the reply is the truth. */
  private Optional<Exception> load(
      Connection connection, RequestDirectory directory, WaitLimit.Countdown countdown) {
    try {
      countdown.await(
          () -> {
            connection.load(asker.jar(), "control=" + directory.there());
            return directory;
          });
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(e);
    }
  }
}
