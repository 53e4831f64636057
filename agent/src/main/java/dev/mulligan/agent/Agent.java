package dev.mulligan.agent;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ChannelsReport;
import dev.mulligan.attach.report.DetachReport;
import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.attach.talk.ChannelOrder;
import dev.mulligan.attach.talk.ControlledAgent;
import dev.mulligan.attach.talk.Refusal;
import dev.mulligan.attach.talk.Strictness;
import dev.mulligan.gate.Gate;
import dev.mulligan.log.Log;
import dev.mulligan.rules.RuleFile;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The agent in this JVM, with or without a running session. There is one instance in each isolated
 * class loader.
 */
final class Agent implements ControlledAgent {

  private static @Nullable Agent instance;

  private final Instrumentation instrumentation;
  private Optional<Session> session = Optional.empty();

  private Agent(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  static synchronized Agent in(Instrumentation instrumentation) {
    if (instance == null) {
      instance = new Agent(instrumentation);
    }
    return instance;
  }

  synchronized boolean isRunning() {
    return session.isPresent();
  }

  /** Starts a session with these rules, or applies them to the running session. */
  synchronized Session follow(RuleFile rules, Log log) {
    if (session.isPresent()) {
      session.get().follow(rules);
      return session.get();
    }
    new GateInstaller(instrumentation).install();
    retirePredecessor();
    Session started =
        new Session(instrumentation, rules, log, new Replaced(), new RuleFileChanged());
    session = Optional.of(started);
    started.begin();
    return started;
  }

  /** Stops an agent of another jar that still runs in this JVM; it restores the classes it wove. */
  private static void retirePredecessor() {
    Gate predecessor = Gate.handler;
    if (predecessor != null) {
      predecessor.leave();
    }
  }

  /**
   * A class, not a lambda: this code runs before {@code main}, where a lambda costs startup time.
   */
  private final class Replaced implements Runnable {
    @Override
    public void run() {
      end();
    }
  }

  /** A class for the same reason. */
  private final class RuleFileChanged implements Runnable {
    @Override
    public void run() {
      reload();
    }
  }

  private synchronized void reload() {
    session.ifPresent(Session::reload);
  }

  private synchronized void end() {
    try {
      session.ifPresent(Session::end);
    } catch (LinkageError e) {
      // The jar was overwritten before the classes of the rest were loaded. The bytecode is
      // restored by then, and another agent can take over.
      Start.standardLog().warning("The agent could not end in full: " + e);
    }
    session = Optional.empty();
  }

  @Override
  public synchronized AgentReport attach(Path file, Strictness strictness) throws Refusal {
    Optional<RuleFile> before = session.map(Session::rules);
    RuleFile rules = RuleFiles.readOrRefuse(file.toFile());
    Session running = follow(rules, Start.log(rules, Optional.empty()));
    AgentReport report = Reports.of(running);
    if (strictness == Strictness.STRICT) {
      List<ReportedProblem> misfits = Reports.misfits(report);
      if (!misfits.isEmpty()) {
        before.ifPresentOrElse(running::follow, this::end);
        throw new Refusal(
            "Strict mode: some rules or methods do not fit this process; nothing was changed.",
            misfits);
      }
    }
    return report;
  }

  @Override
  public synchronized AgentReport reload(Optional<Path> file) throws Refusal {
    Session running = runningOrRefuse();
    RuleFile rules =
        RuleFiles.readOrRefuse(file.map(Path::toFile).orElse(running.rules().read().main()));
    running.follow(rules);
    return Reports.of(running);
  }

  @Override
  public synchronized AgentReport status() throws Refusal {
    return Reports.of(runningOrRefuse());
  }

  /** Not synchronized: a channel test waits for answers and must not block other commands. */
  @Override
  public ChannelsReport channels(ChannelOrder order) throws Refusal {
    return new ChannelCommands(runningOrRefuse().notifier().get()).serve(order);
  }

  @Override
  public synchronized DetachReport detach() throws Refusal {
    Session.End end = runningOrRefuse().end();
    session = Optional.empty();
    return new DetachReport(
        OwnJar.version(),
        end.methods(),
        end.classes(),
        end.callsInFlight(),
        end.notificationsLeft(),
        List.of());
  }

  private synchronized Session runningOrRefuse() throws Refusal {
    return session.orElseThrow(() -> new Refusal("No agent runs in this process.", List.of()));
  }
}
