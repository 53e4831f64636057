package dev.mulligan.retry;

import dev.mulligan.log.Log;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.retry.budget.RetryBudget;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.failure.Outcome;
import dev.mulligan.retry.inspect.ExceptionText;
import dev.mulligan.retry.listener.RetryRate;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/** Writes the log lines about calls. */
final class RetryLog {

  private final Log log;

  RetryLog(Log log) {
    this.log = log;
  }

  boolean logsRetries() {
    return log.isLogged(Log.Level.INFO);
  }

  void retrying(CallRecord call, long delay) {
    log.info(
        "Retrying %s after %s (%s): %s%s"
            .formatted(
                call.operation().name(),
                time(delay),
                next(call.strategy(), call.failedAttempts()),
                call.outcome().describe(),
                call(call.id())));
  }

  void wouldRetry(Operation operation, Strategy strategy, int failed, long delay, Outcome outcome) {
    if (log.isLogged(Log.Level.INFO)) {
      log.info(
          "Would retry %s after %s (%s, observe): %s"
              .formatted(
                  operation.name(), time(delay), next(strategy, failed), outcome.describe()));
    }
  }

  void failed(CallRecord call, boolean notified) {
    if (!log.isLogged(Log.Level.WARNING)) {
      return;
    }
    TaskIdentity task = call.task();
    int attempts = call.failedAttempts();
    EndReason reason = call.endReason();
    log.warning(
        "Operation "
            + call.operation().name()
            + (task.isUnknown() ? "" : " (" + task.inWords() + ")")
            + " failed after "
            + (attempts == 1 ? "1 attempt" : attempts + " attempts")
            + (reason == EndReason.MAX_RETRIES_REACHED ? "" : " (" + reason.label() + ")")
            + (notified ? ", sending notification" : "")
            + call(call.id()));
  }

  void recovered(CallRecord call) {
    if (log.isLogged(Log.Level.DEBUG)) {
      log.debug(
          "Operation "
              + call.operation().name()
              + " succeeded at attempt "
              + (call.failedAttempts() + 1)
              + call(call.id()));
    }
  }

  void budgetSpent(String owner, RetryBudget budget) {
    log.warning(
        "The retry budget of "
            + owner
            + " is spent: failed attempts took half of its "
            + budget.tokens()
            + " tokens. Until it recovers few failed calls are retried");
  }

  void budgetRecovered(String owner) {
    log.info("The retry budget of " + owner + " has recovered, failed calls are retried again");
  }

  void retriedOften(Operation operation, double rate, RetryRate threshold) {
    log.warning(
        "%s is retried often: %d %s, the threshold is %d"
            .formatted(operation.name(), Math.round(rate), threshold.unit(), threshold.retries()));
  }

  void refusedOnEventLoop(Operation operation) {
    log.warnOnce(
        "Rule '"
            + operation.rule()
            + "' does not retry calls of "
            + operation.name()
            + " on event-loop threads (Netty, Vert.x, Reactor): waiting would block everything"
            + " else that such a thread serves. They fail as they would without the rule");
  }

  void readOnlyOnce(Operation operation, String type) {
    log.warnOnce(
        "Rule '"
            + operation.rule()
            + "' does not retry calls of "
            + operation.name()
            + " with a "
            + type
            + ", which can be read only once: the failed attempt may have consumed it. Set 'replay:"
            + " allowed' on the rule if every attempt can read it from the start");
  }

  /** Logs an internal error; the call continues as if Mulligan were not there. */
  void ownFailure(Operation operation, Throwable failure) {
    try {
      log.warnOnce(
          "Mulligan itself failed while it handled "
              + operation.name()
              + "; the call continues without retries: "
              + ExceptionText.of(failure));
    } catch (Throwable e) {
      // Out of memory or stack: nothing can be logged.
    }
  }

  void missedFailures(Operation now, int count) {
    log.warning(
        "Failures neither retried nor reported, because memory was exhausted: "
            + count
            + "; the first that could be handled again is one of "
            + now.name());
  }

  Log log() {
    return log;
  }

  private static String call(CallId id) {
    return " [call " + id.shortForm() + "]";
  }

  private static String next(Strategy strategy, int failed) {
    String attempt = "attempt " + (failed + 1);
    return strategy.isUnlimited() ? attempt : attempt + "/" + strategy.maxAttempts();
  }

  private static String time(long nanos) {
    return HumanDuration.of(Duration.ofNanos(nanos));
  }
}
