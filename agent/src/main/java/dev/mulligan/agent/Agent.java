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

/** The agent in this JVM: one for each isolated class loader, at work or not. */
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

  synchronized boolean isAtWork() {
    return session.isPresent();
  }

  /** Starts with these rules, or gives them to the session that runs. */
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

  /** An agent of another jar that still runs here restores what it wove and ends. */
  private static void retirePredecessor() {
    Gate predecessor = Gate.handler;
    if (predecessor != null) {
      predecessor.leave();
    }
  }

  /** A class, not a lambda: before the application's main method each of those costs more. */
  private final class Replaced implements Runnable {
    @Override
    public void run() {
      end();
    }
  }

  /** As above. */
  private final class RuleFileChanged implements Runnable {
    @Override
    public void run() {
      readAgain();
    }
  }

  private synchronized void readAgain() {
    session.ifPresent(Session::readAgain);
  }

  private synchronized void end() {
    session.ifPresent(Session::end);
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
        throw new Refusal("Strict: not everything in the rule file fits this process.", misfits);
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

  /** The agent is not kept from other work while a test waits for answers. */
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
    return session.orElseThrow(
        () -> new Refusal("No agent is at work in this process.", List.of()));
  }
}
