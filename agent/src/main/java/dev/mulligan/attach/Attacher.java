package dev.mulligan.attach;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The command line's end of the talk: finds the way into a process and brings its reply back. */
public final class Attacher {

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

  private final Asker asker;
  private final Patience patience;
  private final Connection.Connector connector;

  public Attacher(Asker asker, Patience patience) {
    this(asker, patience, JdkConnection::to);
  }

  Attacher(Asker asker, Patience patience, Connection.Connector connector) {
    this.asker = asker;
    this.patience = patience;
    this.connector = connector;
  }

  /**
   * Asks a process and waits for its acknowledgement.
   *
   * @throws AttachFailure when there is none
   */
  public Reply ask(Errand errand) throws AttachFailure {
    checkOwnRuntime();
    Proc proc = Proc.of(errand.pid());
    Obstacles obstacles = new Obstacles(asker, errand, proc);
    obstacles.check(ProcessHandle.of(errand.pid()), new JavaProcesses().find(errand.pid()));
    Explanations explanations = new Explanations(asker, errand, obstacles, patience);
    Connection connection = connect(errand, explanations);
    try {
      return talk(errand, proc, connection, explanations);
    } finally {
      connection.close();
    }
  }

  /**
   * Looks for an agent without loading one. Whatever goes wrong means none: a process that does not
   * answer in two seconds is left alone.
   */
  public Optional<AgentPresence> probe(JavaProcess process) {
    boolean reachable =
        (process.user().equals(asker.user()) || asker.isRoot())
            && process.attachable()
            && hasAttachModule();
    if (!reachable || Proc.of(process.pid()).state().orElse("").equalsIgnoreCase("T")) {
      return Optional.empty();
    }
    try {
      return new Patience(PROBE_LIMIT, PROBE_LIMIT, since -> {})
          .await(() -> presence(process.pid()));
    } catch (Exception unreachable) {
      return Optional.empty();
    }
  }

  private Optional<AgentPresence> presence(long pid) throws Exception {
    Connection connection = connector.connect(pid);
    try {
      return AgentPresence.in(connection.systemProperties());
    } finally {
      connection.close();
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

  private Connection connect(Errand errand, Explanations explanations) throws AttachFailure {
    try {
      return patience.await(() -> connector.connect(errand.pid()));
    } catch (Exception e) {
      throw explanations.notConnected(e);
    }
  }

  private Reply talk(Errand errand, Proc proc, Connection connection, Explanations explanations)
      throws AttachFailure {
    if (errand.command() != Command.ATTACH && !hasAgent(connection, explanations)) {
      throw explanations.noAgent();
    }
    try (TalkDirectory directory = TalkDirectory.open(errand.pid(), proc, request(errand))) {
      Optional<Exception> failure = load(connection, directory);
      Optional<Reply> reply = Reply.read(directory.here());
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

  private boolean hasAgent(Connection connection, Explanations explanations) throws AttachFailure {
    try {
      return AgentPresence.in(patience.await(connection::systemProperties)).isPresent();
    } catch (Exception e) {
      throw explanations.notConnected(e);
    }
  }

  private Request request(Errand errand) {
    return new Request(
        errand.command(),
        asker.jar(),
        asker.version(),
        errand.rules(),
        errand.strictness(),
        errand.channels());
  }

  /** What this call reports is only a hint for the explanation; the reply is the truth. */
  private Optional<Exception> load(Connection connection, TalkDirectory directory) {
    try {
      patience.await(
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
