package dev.mulligan.agent;

import dev.mulligan.attach.process.AgentPresence;
import dev.mulligan.guard.GuardCatalog;
import dev.mulligan.log.Log;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.rules.ReadFiles;
import dev.mulligan.rules.ReadResult;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problem;
import dev.mulligan.text.Phrases;
import dev.mulligan.thread.MulliganThread;
import dev.mulligan.weave.Progress;
import dev.mulligan.weave.Weaving;
import dev.mulligan.weave.method.MethodIds;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A running agent, from its first rule file until a detach or the end of the JVM. */
final class Session {

  /** How long the shutdown hook may wait for notifications of calls that have just failed. */

  /** How long a detach waits for calls that are being retried, and then for notifications. */
  private static final Duration GRACE_AT_DETACH = Duration.ofSeconds(10);

  private static final long POLL_MILLIS = 20;

  private final Log log;
  private final Notifier notifier;
  private final RetryEngine engine;
  private final GuardCatalog guards;
  private final SessionMetrics metrics;
  private final Weaving weaving;
  private final PublishedPresence published;
  private final IntConsumer publisher = new Publisher();
  private final Runnable ruleFileChanged;

  /**
   * Created for the first rule file that configures reload; other starts need not load the class.
   */
  private @Nullable RuleFileWatch watch;

  private volatile RuleFile rules;

  /** The rules that a change in progress replaces. */
  private volatile @Nullable RuleFile replacedRules;

  private @Nullable Thread atShutdown;

  /** Created for the first woven method. */
  private @Nullable Rehearsal rehearsal;

  private boolean isRehearsed;
  private volatile boolean isWeaving;
  private boolean isEnding;
  private volatile WovenCount lastWeaving = new WovenCount(0, 0);

  /** How many loaded classes the last change of rules rewrote, and how long it took. */
  record WovenCount(int classes, long millis) {}

  /** How many methods and classes have their original bytecode again. */
  record Restored(int methods, int classes) {}

  /** What the session left behind when it ended. */
  record End(long callsInFlight, int notificationsLeft) {}

  /**
   * @param replaced runs when another agent takes over
   * @param ruleFileChanged runs when the rule file has changed
   */
  Session(
      Instrumentation instrumentation,
      RuleFile rules,
      Log log,
      Runnable replaced,
      Runnable ruleFileChanged) {
    this.rules = rules;
    this.log = log;
    published = new PublishedPresence(instrumentation);
    notifier = new Notifier(rules, log);
    engine = RetryEngine.inRealTime(log, notifier.reports());
    notifier.engine(engine.settings());
    engine.settings().protection(rules.storm());
    engine.settings().retryRate(rules.agent().retryRateAlert());
    guards = new GuardCatalog(engine, log);
    metrics = new SessionMetrics(engine, notifier, log);
    MethodIds ids = new MethodIds(KeptState.ofProcess());
    weaving = new Weaving(instrumentation, engine, guards, log.apart(), ids, publisher, replaced);
    this.ruleFileChanged = ruleFileChanged;
  }

  /**
   * @param progress of the weaving; null where nobody follows it
   */
  void begin(@Nullable Progress progress) {
    publisher.accept(0);
    if (notifier.begin()) {
      addShutdownHook();
    }
    weave(progress);
    metrics.follow(rules.agent().metrics());
    watch(rules.read());
  }

  /**
   * @param progress may end the weaving; the caller then follows the earlier rules again
   */
  void follow(RuleFile newRules, @Nullable Progress progress) {
    replacedRules = rules;
    try {
      change(newRules, progress);
    } finally {
      replacedRules = null;
    }
  }

  private void change(RuleFile newRules, @Nullable Progress progress) {
    rules = newRules;
    notifier.use(newRules);
    if (notifier.begin()) {
      addShutdownHook();
    }
    engine.settings().protection(newRules.storm());
    engine.settings().retryRate(newRules.agent().retryRateAlert());
    weave(progress);
    rehearseAgain();
    metrics.follow(newRules.agent().metrics());
    watch(newRules.read());
  }

  /**
   * Reads the changed rule file and applies it. A file with mistakes changes no rule; the watch
   * goes on.
   */
  void reload(@Nullable Progress progress) {
    File main = rules.read().main();
    ReadResult result = RuleFileReader.read(main, Environment.ofProcess());
    for (Problem problem : result.problems()) {
      log.warning(problem.render());
    }
    if (result instanceof ReadResult.Accepted accepted) {
      follow(accepted.rules(), progress);
      log.info(
          "The rule file "
              + main
              + " has changed and was reloaded: "
              + Phrases.count(rules.rules().size(), "rule", "rules")
              + ", "
              + Phrases.count(weaving.methods().size(), "method", "methods")
              + " woven");
    } else if (result instanceof ReadResult.Refused refused) {
      watch(refused.read());
      log.warning("The rule file " + main + " has mistakes; the agent keeps its previous rules");
    }
  }

  /** Watches the files at the interval that the current rules configure. */
  private void watch(ReadFiles read) {
    RuleFileWatch made = watch;
    if (made == null && rules.agent().reload().isPresent()) {
      made = new RuleFileWatch(ruleFileChanged);
      watch = made;
    }
    if (made != null) {
      made.follow(read, rules.agent().reload());
    }
  }

  private void weave(@Nullable Progress progress) {
    long start = System.nanoTime();
    int classes = weaving.follow(rules.rules(), progress);
    lastWeaving = new WovenCount(classes, (System.nanoTime() - start) / 1_000_000);
  }

  /** Publishes the number of woven methods for {@code ps} and the command line. */
  private final class Publisher implements IntConsumer {
    private final String version = OwnJar.version();

    @Override
    public void accept(int methods) {
      if (methods > 0) {
        isWeaving = true;
        addShutdownHook();
        rehearse();
      }
      String text = new AgentPresence(version, methods).text();
      System.setProperty(AgentPresence.PROPERTY, text);
      published.publish(text);
    }
  }

  /** Prepares for the first failure, also for that of other rules after a reload. */
  private synchronized void rehearse() {
    if (isEnding || isRehearsed) {
      return;
    }
    if (rehearsal == null) {
      rehearsal = new Rehearsal(this, log);
    }
    isRehearsed = rehearsal.begin();
  }

  /** New rules may have channels of other kinds. */
  private void rehearseAgain() {
    synchronized (this) {
      isRehearsed = false;
    }
    if (isWeaving) {
      rehearse();
    }
  }

  private synchronized @Nullable Rehearsal endRehearsing() {
    isEnding = true;
    return rehearsal;
  }

  private void closeRehearsal() {
    Rehearsal ending = endRehearsing();
    if (ending != null) {
      ending.close();
    }
  }

  /** Not a lambda: with an outbox, this code runs before {@code main}. */
  private final class AtShutdown implements Runnable {
    @Override
    public void run() {
      shutDown();
    }
  }

  /**
   * Registers the shutdown hook once a method is woven or there is an outbox; before, nothing needs
   * it.
   */
  private synchronized void addShutdownHook() {
    if (atShutdown == null) {
      atShutdown = MulliganThread.named("shutdown", new AtShutdown());
      try {
        Runtime.getRuntime().addShutdownHook(atShutdown);
      } catch (IllegalStateException shuttingDownAlready) {
        log.debug("The JVM is shutting down; the agent stops retrying.");
        engine.close();
      }
    }
  }

  /**
   * Restores the original bytecode, which {@link #end} must follow, or {@link #goOn}.
   *
   * @return how many methods and classes were restored
   */
  Restored restore(@Nullable Progress progress) {
    int methods = weaving.methods().size();
    return new Restored(methods, weaving.leave(progress));
  }

  /** Weaves the methods again after a {@link #restore} that is undone. */
  void goOn(@Nullable Progress progress) {
    weaving.follow(rules.rules(), progress);
  }

  /** Waits for calls in flight, and sends queued notifications. */
  End end() {
    removeShutdownHook();
    closeRehearsal();
    if (watch != null) {
      watch.close();
    }
    metrics.close();
    long inFlight = awaitCallsInFlight();
    engine.close();
    guards.close();
    int left = notifier.close(GRACE_AT_DETACH);
    System.clearProperty(AgentPresence.PROPERTY);
    published.publish("");
    RecordHandles.release();
    return new End(inFlight, left);
  }

  private synchronized void removeShutdownHook() {
    if (atShutdown != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(atShutdown);
      } catch (IllegalStateException shuttingDownAlready) {
        log.debug("The JVM is shutting down; the shutdown hook stays registered.");
      }
    }
  }

  private long awaitCallsInFlight() {
    long deadline = System.nanoTime() + GRACE_AT_DETACH.toNanos();
    long before = callsInFlight();
    while (callsInFlight() > 0 && System.nanoTime() < deadline) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return before;
      }
    }
    return before;
  }

  private long callsInFlight() {
    long inFlight = 0;
    for (RetryStatistics.Snapshot operation : engine.statistics().snapshots().values()) {
      inFlight += operation.inFlight();
    }
    return inFlight;
  }

  /**
   * Ends sleeping calls at once with their own exceptions, and sends queued notifications in
   * limited time.
   */
  private void shutDown() {
    endRehearsing();
    engine.close();
    notifier.shutDown();
  }

  RuleFile rules() {
    return rules;
  }

  /** The rules that a change in progress replaces; null while there is none. */
  @Nullable RuleFile replacedRules() {
    return replacedRules;
  }

  Weaving weaving() {
    return weaving;
  }

  WovenCount lastWeaving() {
    return lastWeaving;
  }

  GuardCatalog guards() {
    return guards;
  }

  RetryEngine engine() {
    return engine;
  }

  Notifier notifier() {
    return notifier;
  }
}
