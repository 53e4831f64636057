package dev.mulligan.guard.limit;

import dev.mulligan.guard.settings.CircuitBreakerSettings;
import dev.mulligan.log.Log;
import dev.mulligan.text.HumanDuration;

/** Writes the log lines about one rule's circuit breaker. */
public final class BreakerLog {

  private final Log log;
  private final String rule;

  public BreakerLog(Log log, String rule) {
    this.log = log;
    this.rule = rule;
  }

  void opened(CircuitBreakerSettings settings) {
    log.warning(
        "Circuit breaker of rule '"
            + rule
            + "' opened: its calls are refused for "
            + HumanDuration.of(settings.delay()));
  }

  void halfOpened() {
    log.info("Circuit breaker of rule '" + rule + "' is half-open: trial calls go through");
  }

  void closed() {
    log.info("Circuit breaker of rule '" + rule + "' closed");
  }
}
