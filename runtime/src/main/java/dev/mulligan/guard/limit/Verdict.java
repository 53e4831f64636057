package dev.mulligan.guard.limit;

import dev.mulligan.retry.Judgement;

/** What an attempt, or a call, tells a circuit breaker about the service behind it. */
public enum Verdict {
  SUCCEEDED,
  FAILED,
  /** Nothing: it did not come to an end of its own. */
  NONE;

  /**
   * An exception that is no failure for the retry is an answer: the service is there. An interrupt
   * and an {@link Error} are none.
   */
  public static Verdict of(Judgement judgement, Throwable thrown) {
    if (judgement == Judgement.RETRYABLE) {
      return FAILED;
    }
    return thrown instanceof InterruptedException || thrown instanceof Error ? NONE : SUCCEEDED;
  }
}
