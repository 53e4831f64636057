package dev.mulligan.retry.statistics;

/** How a call ended, with the names of Resilience4j's metrics (their tag {@code kind}). */
public enum CallKind {
  SUCCESSFUL_WITHOUT_RETRY("successful_without_retry"),
  SUCCESSFUL_WITH_RETRY("successful_with_retry"),
  FAILED_WITHOUT_RETRY("failed_without_retry"),
  FAILED_WITH_RETRY("failed_with_retry");

  private final String label;

  CallKind(String label) {
    this.label = label;
  }

  /** Returns the name in metrics. */
  public String label() {
    return label;
  }
}
