package dev.mulligan.rules.source;

/** How bad a problem is. */
public enum Severity {
  /** The rule file is refused. */
  ERROR,
  /** The rule file works, but perhaps not as it was meant. */
  WARNING
}
