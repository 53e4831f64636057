package dev.mulligan.retry;

/** Whether an attempt's exception is a failure that another attempt may help. */
public enum Judgement {
  RETRYABLE,
  FINAL
}
