package dev.mulligan.retry;

import dev.mulligan.log.Log;
import java.time.Clock;

/** An engine before any failure. */
public final class IdleEngine {

  private IdleEngine() {}

  public static void main(String[] args) {
    Log log = new Log(System.err, Log.Level.INFO, text -> text, Clock.systemUTC());
    try (RetryEngine engine = RetryEngine.inRealTime(log, call -> false)) {
      log.info("figures: " + engine.statistics().snapshots());
    }
  }
}
