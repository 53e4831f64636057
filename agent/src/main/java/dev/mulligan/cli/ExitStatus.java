package dev.mulligan.cli;

/** What the shell is told. */
final class ExitStatus {

  static final int DONE = 0;
  static final int FAILED = 1;

  /** Wrong usage or a bad rule file. */
  static final int WRONG_INPUT = 2;

  static final int NOTHING_MATCHED = 3;

  private ExitStatus() {}
}
