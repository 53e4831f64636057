package dev.mulligan.attach;

import java.io.Serial;
import java.util.List;

/**
 * The command line could not reach an agent. The exception carries the reason and remedies for the
 * user.
 */
public final class AttachFailure extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final List<String> remedies;

  /**
   * @param message the reason, one or two sentences
   * @param remedies what to do, a line each; a line that begins with a space is a command to copy
   */
  public AttachFailure(String message, String... remedies) {
    super(message);
    this.remedies = List.of(remedies);
  }

  public List<String> remedies() {
    return remedies;
  }

  /** The message and every remedy, a line each. */
  String inFull() {
    return getMessage() + "\n" + String.join("\n", remedies);
  }
}
