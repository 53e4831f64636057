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
import java.nio.file.Path;
import java.util.Optional;

/** Sends a request of the command line to a process and returns the reply. */
public final class Attacher {

  private static final boolean WAITS = true;

  private final CommandOrigin origin;
  private final WaitLimit waitLimit;
  private final Connection.Connector connector;

  public Attacher(CommandOrigin origin, WaitLimit waitLimit) {
    this(origin, waitLimit, JdkConnection::to);
  }

  Attacher(CommandOrigin origin, WaitLimit waitLimit, Connection.Connector connector) {
    this.origin = origin;
    this.waitLimit = waitLimit;
    this.connector = connector;
  }

  /**
   * Sends the request and waits for the reply.
   *
   * @throws AttachFailure when no reply comes
   */
  public Reply ask(ProcessRequest request) throws AttachFailure {
    checkOwnRuntime();
    Proc proc = Proc.of(request.pid());
    WaitLimit.Countdown countdown = waitLimit.start();
    Obstacles obstacles = new Obstacles(origin, request, proc);
    Explanations explanations = new Explanations(origin, request, obstacles, waitLimit);
    obstacles.check(ProcessHandle.of(request.pid()), find(request.pid(), countdown, explanations));
    Connection connection = connect(request, countdown, explanations);
    try {
      return exchange(request, proc, connection, countdown, explanations);
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
          "Run the command with a full JDK 17 or newer. The application itself does not need the module.");
    }
  }

  private Connection connect(
      ProcessRequest request, WaitLimit.Countdown countdown, Explanations explanations)
      throws AttachFailure {
    try {
      return countdown.await(() -> connector.connect(request.pid()));
    } catch (Exception e) {
      throw explanations.notConnected(e);
    }
  }

  private Reply exchange(
      ProcessRequest request,
      Proc proc,
      Connection connection,
      WaitLimit.Countdown countdown,
      Explanations explanations)
      throws AttachFailure {
    if (request.command() != Command.ATTACH && !hasAgent(connection, countdown, explanations)) {
      throw explanations.noAgent();
    }
    try (Exchange exchange =
        new Exchange(
            RequestDirectory.open(proc, request(request)), waitLimit, countdown, explanations)) {
      return exchange.reply(load(connection, exchange.targetPath(), countdown));
    } catch (IOException e) {
      throw new AttachFailure(
          "The directory for the request to process " + request.pid() + " cannot be used: " + e,
          "Check the free space and the permissions of "
              + System.getProperty("java.io.tmpdir")
              + ".");
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

  private Request request(ProcessRequest request) {
    return new Request(
        request.command(),
        origin.jar(),
        origin.version(),
        request.rules(),
        request.strictness(),
        request.channels(),
        WAITS);
  }

  /**
   * Loads the agent. A failure reported here only helps to explain a missing reply; the reply
   * decides.
   */
  private Optional<Exception> load(
      Connection connection, Path directory, WaitLimit.Countdown countdown) {
    try {
      countdown.await(
          () -> {
            connection.load(origin.jar(), "control=" + directory);
            return directory;
          });
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(e);
    }
  }
}
