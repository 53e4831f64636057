package dev.mulligan.cli.console;

/** Whom a command prints for. */
public enum Format {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON
}
