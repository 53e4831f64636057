package dev.mulligan.cli;

import java.io.Serial;
import java.util.List;

/** A command cannot do its work. The exception carries the reason, remedies and the exit status. */
final class CommandFailure extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final int exitStatus;
  private final List<String> remedies;

  /**
   * @param message the reason, one or two sentences
   * @param remedies what to do, a line each; a line that begins with a space is a command to copy
   */
  CommandFailure(int exitStatus, String message, String... remedies) {
    super(message);
    this.exitStatus = exitStatus;
    this.remedies = List.of(remedies);
  }

  int exitStatus() {
    return exitStatus;
  }

  List<String> remedies() {
    return remedies;
  }
}
