package dev.mulligan.rules.source;

/** Whether a problem is a mistake or only a warning. */
public enum Severity {
  /** A mistake: the agent refuses the rule file. */
  ERROR,
  /** A warning: the rule file is valid, but may not do what its author intended. */
  WARNING
}
