package dev.mulligan.cli.page;

/** What the shell is told. */
public final class ExitStatus {

  public static final int DONE = 0;
  public static final int FAILED = 1;

  /** Wrong usage or a bad rule file. */
  public static final int WRONG_INPUT = 2;

  public static final int NOTHING_MATCHED = 3;

  private ExitStatus() {}
}
