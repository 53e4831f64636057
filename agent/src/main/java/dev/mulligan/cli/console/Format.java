package dev.mulligan.cli.console;

/** The output format of a command. */
public enum Format {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON
}
