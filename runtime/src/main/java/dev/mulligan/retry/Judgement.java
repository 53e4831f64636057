package dev.mulligan.retry;

/** Whether an exception is retryable according to the strategy. */
public enum Judgement {
  RETRYABLE,
  FINAL
}
