package dev.mulligan.guard.limit;

import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.inspect.Interrupts;

/** What an attempt or a call reports to a circuit breaker. */
public enum Verdict {
  SUCCEEDED,
  FAILED,
  /** No verdict: the attempt did not end by itself. */
  NONE;

  /**
   * An exception that is not retryable is an answer, so that the service works. An interrupt and an
   * {@link Error} give no verdict.
   */
  public static Verdict of(Judgement judgement, Throwable thrown) {
    if (judgement == Judgement.RETRYABLE) {
      return FAILED;
    }
    return thrown instanceof Error || Interrupts.haveCaused(thrown) ? NONE : SUCCEEDED;
  }
}
