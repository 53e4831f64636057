package dev.mulligan.cli.page;

/** The exit statuses of the command line. */
public final class ExitStatus {

  public static final int DONE = 0;
  public static final int FAILED = 1;

  /** Wrong usage or a bad rule file. */
  public static final int WRONG_INPUT = 2;

  public static final int NOTHING_MATCHED = 3;

  private ExitStatus() {}
}
