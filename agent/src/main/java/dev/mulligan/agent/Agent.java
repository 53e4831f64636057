package dev.mulligan.agent;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ChangeReport;
import dev.mulligan.attach.report.ChangeReport.Phase;
import dev.mulligan.attach.report.ChannelsReport;
import dev.mulligan.attach.report.DetachReport;
import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.attach.talk.ChannelOrder;
import dev.mulligan.attach.talk.ControlledAgent;
import dev.mulligan.attach.talk.Refusal;
import dev.mulligan.attach.talk.Served;
import dev.mulligan.attach.talk.Strictness;
import dev.mulligan.gate.Gate;
import dev.mulligan.log.Log;
import dev.mulligan.rules.RuleFile;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The agent in this JVM, with or without a running session. There is one instance in each isolated
 * class loader. It makes one change at a time, and reports its state meanwhile.
 */
final class Agent implements ControlledAgent {

  /** How long a command waits for the end of another one before it is refused. */
  private static final long BUSY_MILLIS = 1_000;

  private static @Nullable Agent instance;

  private final Instrumentation instrumentation;
  private final ReentrantLock changes = new ReentrantLock();
  private volatile Optional<Session> session = Optional.empty();

  /** The change in progress, for reports. */
  private volatile @Nullable Change ongoing;

  private Agent(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  static synchronized Agent in(Instrumentation instrumentation) {
    if (instance == null) {
      instance = new Agent(instrumentation);
    }
    return instance;
  }

  Instrumentation instrumentation() {
    return instrumentation;
  }

  boolean isRunning() {
    return session.isPresent();
  }

  /** Starts a session with these rules, or applies them to the running session. */
  void follow(RuleFile rules, Log log) {
    changes.lock();
    try {
      follow(rules, log, null);
    } finally {
      changes.unlock();
    }
  }

  private Session follow(RuleFile rules, Log log, @Nullable Change change) {
    if (session.isPresent()) {
      session.get().follow(rules, change);
      return session.get();
    }
    new GateInstaller(instrumentation).install();
    if (retirePredecessor() && change != null) {
      change.endedAnother();
    }
    Session started =
        new Session(instrumentation, rules, log, new Replaced(), new RuleFileChanged());
    session = Optional.of(started);
    started.begin(change);
    return started;
  }

  /** Stops an agent of another jar that still runs in this JVM; it restores the classes it wove. */
  private static boolean retirePredecessor() {
    Gate predecessor = Gate.handler;
    if (predecessor != null) {
      predecessor.leave();
    }
    return predecessor != null;
  }

  /**
   * A class, not a lambda: this code runs before {@code main}, where a lambda costs startup time.
   */
  private final class Replaced implements Runnable {
    @Override
    public void run() {
      changes.lock();
      try {
        end(null);
      } finally {
        changes.unlock();
      }
    }
  }

  /** A class for the same reason. */
  private final class RuleFileChanged implements Runnable {
    @Override
    public void run() {
      reload();
    }
  }

  private void reload() {
    changes.lock();
    try {
      Optional<Session> running = session;
      if (running.isPresent()) {
        String file = String.valueOf(running.get().rules().read().main());
        Change change = new Change("reload of the changed file " + file, Optional.empty());
        change.enter(Phase.WEAVING);
        ongoing = change;
        running.get().reload(change);
      }
    } finally {
      ongoing = null;
      changes.unlock();
    }
  }

  private void end(@Nullable Change change) {
    try {
      if (session.isPresent()) {
        session.get().restore(change);
        session.get().end();
      }
    } catch (LinkageError e) {
      // The jar was overwritten before the classes of the rest were loaded. The bytecode is
      // restored by then, and another agent can take over.
      Start.standardLog().warning("The agent could not end in full: " + e);
    }
    session = Optional.empty();
  }

  @Override
  public AgentReport attach(Path file, Strictness strictness, Served request) throws Refusal {
    Change change = begin("attach " + file, request);
    try {
      RuleFile rules = RuleFiles.readOrRefuse(file.toFile());
      return apply(rules, Start.log(rules, Optional.empty(), instrumentation), strictness, change);
    } finally {
      finish();
    }
  }

  @Override
  public AgentReport reload(Optional<Path> file, Served request) throws Refusal {
    Change change = begin("reload" + file.map(path -> " " + path).orElse(""), request);
    try {
      RuleFile current = runningOrRefuse().rules();
      RuleFile rules = RuleFiles.readOrRefuse(file.map(Path::toFile).orElse(current.read().main()));
      return apply(rules, Start.standardLog(), Strictness.LENIENT, change);
    } finally {
      finish();
    }
  }

  /** Applies the rules in full, or restores the state before. */
  private AgentReport apply(RuleFile rules, Log log, Strictness strictness, Change change)
      throws Refusal {
    Optional<RuleFile> before = session.map(Session::rules);
    boolean isDone = false;
    try {
      change.requireWanted();
      change.enter(Phase.WEAVING);
      AgentReport report = Reports.of(follow(rules, log, change), Optional.empty());
      if (strictness == Strictness.STRICT) {
        refuseMisfits(report, change);
      }
      change.complete();
      isDone = true;
      return report;
    } finally {
      if (!isDone) {
        undo(before, change);
      }
    }
  }

  private static void refuseMisfits(AgentReport report, Change change) throws Refusal {
    List<ReportedProblem> misfits = Reports.misfits(report);
    if (!misfits.isEmpty()) {
      throw new Refusal(
          "Strict mode: some rules or methods do not fit this process; " + change.outcome(),
          misfits);
    }
  }

  private void undo(Optional<RuleFile> before, Change change) {
    change.enter(Phase.UNDOING);
    Optional<Session> running = session;
    if (before.isPresent() && running.isPresent()) {
      running.get().follow(before.get(), change);
    } else {
      end(change);
    }
  }

  @Override
  public AgentReport status() throws Refusal {
    Change change = ongoing;
    return Reports.of(runningOrRefuse(), Optional.ofNullable(change).map(Change::report));
  }

  /** Waits for no change: a channel test waits for answers itself. */
  @Override
  public ChannelsReport channels(ChannelOrder order) throws Refusal {
    return new ChannelCommands(runningOrRefuse().notifier().get()).serve(order);
  }

  @Override
  public DetachReport detach(Served request) throws Refusal {
    Change change = begin("detach", request);
    try {
      Session running = runningOrRefuse();
      Session.Restored restored = restore(running, change);
      change.enter(Phase.FINISHING);
      Session.End end = running.end();
      session = Optional.empty();
      return new DetachReport(
          OwnJar.version(),
          restored.methods(),
          restored.classes(),
          end.callsInFlight(),
          end.notificationsLeft(),
          List.of());
    } finally {
      finish();
    }
  }

  private static Session.Restored restore(Session running, Change change) throws Refusal {
    boolean isDone = false;
    try {
      change.enter(Phase.RESTORING);
      Session.Restored restored = running.restore(change);
      change.complete();
      isDone = true;
      return restored;
    } finally {
      if (!isDone) {
        change.enter(Phase.UNDOING);
        running.goOn(change);
      }
    }
  }

  /**
   * @throws Refusal when another change is in progress
   */
  private Change begin(String name, Served request) throws Refusal {
    if (!isFreeSoon()) {
      Change other = ongoing;
      throw new Refusal(
          other == null
              ? "The agent is busy with another request; nothing was changed. Repeat the command."
              : busyWith(other.report()),
          List.of());
    }
    Change change = new Change(name, Optional.of(request));
    ongoing = change;
    return change;
  }

  private boolean isFreeSoon() {
    try {
      return changes.tryLock(BUSY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String busyWith(ChangeReport other) {
    return "The agent is busy with another request; nothing was changed. '"
        + other.request()
        + "' has been running for "
        + other.seconds()
        + " s ("
        + other.progress()
        + "). Wait for its end, or withdraw it with Ctrl-C where it runs; then repeat the command.";
  }

  private void finish() {
    ongoing = null;
    changes.unlock();
  }

  private Session runningOrRefuse() throws Refusal {
    return session.orElseThrow(() -> new Refusal("No agent runs in this process.", List.of()));
  }
}
