package dev.mulligan.attach;

import java.io.Serial;
import java.util.List;

/** Why the agent could not be reached, and what a person can do about it. */
public final class AttachFailure extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final List<String> remedies;

  /**
   * @param message what is so, one or two sentences
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
