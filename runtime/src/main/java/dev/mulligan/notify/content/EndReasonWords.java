package dev.mulligan.notify.content;

/** Explains the end reasons in sentences. */
final class EndReasonWords {

  private EndReasonWords() {}

  /**
   * @param endReason MicroProfile Fault Tolerance's names, and Mulligan's own
   */
  static String of(String endReason) {
    return switch (endReason) {
      case "maxRetriesReached" -> "All attempts are used up.";
      case "maxDurationReached" -> "There is no time left for another attempt.";
      case "exceptionNotRetryable" -> "The rule does not retry this failure.";
      case "budgetSpent" -> "The retry budget is spent: too many calls fail at the moment.";
      case "eventLoop" -> "It was called on an event-loop thread, which must not wait.";
      case "interrupted" -> "The calling thread was interrupted.";
      case "nestedExhausted" -> "An inner rule had already given up on it.";
      case "notRepeatable" -> "An argument of the call can be read only once.";
      case "refused" ->
          "The rule's circuit breaker, rate limit or bulkhead refused a further attempt.";
      case "shutdown" -> "The process is shutting down.";
      default -> "Retrying ended: " + endReason + ".";
    };
  }
}
