package dev.mulligan.guard;

import dev.mulligan.guard.limit.BreakerLog;
import dev.mulligan.guard.limit.GuardSnapshot;
import dev.mulligan.guard.limit.Waiting;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.log.Log;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.EndReason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guards of all rules, by the rules' names. They are created when the first method of a rule is
 * bound. A reload that does not change a rule's guards keeps their counters and states.
 */
public final class GuardCatalog implements AutoCloseable {

  private final RetryEngine engine;
  private final Log log;
  private final Map<String, Guards> guards = new HashMap<>();
  private Map<String, GuardSettings> settings = Map.of();

  /** Created with the first guarded method, to keep the application's start-up fast. */
  private @Nullable Stopwatch stopwatch;

  private boolean closed;

  public GuardCatalog(RetryEngine engine, Log log) {
    this.engine = engine;
    this.log = log;
  }

  /**
   * Applies new settings.
   *
   * @param settingsByRule without rules that have no guards
   */
  public synchronized void follow(Map<String, GuardSettings> settingsByRule) {
    settings = new HashMap<>(settingsByRule);
    Iterator<Map.Entry<String, Guards>> made = guards.entrySet().iterator();
    while (made.hasNext()) {
      Map.Entry<String, Guards> entry = made.next();
      GuardSettings now = settings.get(entry.getKey());
      if (now == null || !entry.getValue().serve(now)) {
        made.remove();
      }
    }
  }

  /** Returns the guards of a rule; empty if the rule has none, or does not exist any more. */
  public synchronized Optional<Guards> of(String rule) {
    GuardSettings wanted = settings.get(rule);
    if (wanted == null) {
      return Optional.empty();
    }
    Guards made = guards.get(rule);
    if (made == null) {
      made = new Guards(wanted, new BreakerLog(log, rule), new EngineWaiting(engine));
      guards.put(rule, made);
    }
    return Optional.of(made);
  }

  /** Returns the state of all guards whose rules are bound to a method. */
  public synchronized Map<String, GuardSnapshot> snapshots() {
    Map<String, GuardSnapshot> snapshots = new HashMap<>();
    guards.forEach((rule, made) -> snapshots.put(rule, made.snapshot()));
    return snapshots;
  }

  synchronized Stopwatch stopwatch() {
    Stopwatch made = stopwatch;
    if (made == null) {
      made = new Stopwatch();
      stopwatch = made;
      if (closed) {
        made.close();
      }
    }
    return made;
  }

  RetryEngine engine() {
    return engine;
  }

  /** Stops the time-outs: running attempts are not interrupted any more. */
  @Override
  public synchronized void close() {
    closed = true;
    if (stopwatch != null) {
      stopwatch.close();
    }
  }

  private record EngineWaiting(RetryEngine engine) implements Waiting {
    @Override
    public Optional<EndReason> reasonNotToWait(Duration time) {
      return engine.pauses().reasonNotToWait(time);
    }

    @Override
    public Optional<EndReason> await(Duration time) {
      return engine.pauses().pause(time);
    }
  }
}
