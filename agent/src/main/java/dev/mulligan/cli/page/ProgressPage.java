package dev.mulligan.cli.page;

import dev.mulligan.attach.process.WaitLimit;
import dev.mulligan.attach.report.ChangeReport;
import dev.mulligan.attach.report.ChangeReport.Phase;
import dev.mulligan.cli.console.Console;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Prints how far a process is with a request: on a terminal a line that replaces itself, elsewhere
 * a line every {@value #SECONDS} seconds.
 */
public final class ProgressPage implements WaitLimit.Listener {

  static final int SECONDS = 10;

  private final Console console;
  private final String process;
  private final LongSupplier nanoTime;
  private final long start;
  private Duration lastLine = Duration.ZERO;

  /**
   * @param process its number or name, as the user wrote it
   */
  public ProgressPage(Console console, String process) {
    this(console, process, System::nanoTime);
  }

  ProgressPage(Console console, String process, LongSupplier nanoTime) {
    this.console = console;
    this.process = process;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public void stillWaiting(Duration since) {
    console.progress(
        "Process " + process + " has not answered for " + since.toSeconds() + " s, waiting …");
  }

  @Override
  public void progressed(ChangeReport progress) {
    if (progress.phase() == Phase.STARTING) {
      return;
    }
    String text = "Process " + process + ": " + progress.progress() + " …";
    if (console.canReplaceLines()) {
      console.replaceableLine(text);
    } else if (isTimeForALine()) {
      console.note(text);
    }
  }

  private boolean isTimeForALine() {
    Duration now = Duration.ofNanos(nanoTime.getAsLong() - start);
    if (now.compareTo(lastLine.plusSeconds(SECONDS)) < 0) {
      return false;
    }
    lastLine = now;
    return true;
  }

  @Override
  public void interrupted(String result) {
    console.note(result);
  }
}
