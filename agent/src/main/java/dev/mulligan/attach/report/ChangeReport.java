package dev.mulligan.attach.report;

import java.util.Locale;

/**
 * A request that an agent is executing: the progress file of the request, and a part of a status.
 *
 * @param request the command and its rule file, for display
 * @param phase what the agent is doing
 * @param classes how many loaded classes it has rewritten in this phase
 * @param ofClasses how many it must rewrite; 0 while that is unknown
 * @param methods how many methods are woven now
 * @param seconds how long the request has been running
 */
public record ChangeReport(
    String request, Phase phase, int classes, int ofClasses, int methods, long seconds) {

  /** The steps of a request. */
  public enum Phase {
    /** Nothing has changed yet. */
    STARTING,
    /** Loaded classes are rewritten according to the new rules. */
    WEAVING,
    /** Loaded classes get their original bytecode again. */
    RESTORING,
    /** The request was withdrawn or refused; the agent restores the state before it. */
    UNDOING,
    /** The change is in force; what remains is to wait for calls and notifications. */
    FINISHING
  }

  /** The progress in words, such as {@code 60 of 182 classes rewritten, 6,000 methods woven}. */
  public String progress() {
    return switch (phase) {
      case STARTING -> "not yet begun";
      case WEAVING -> rewritten() + ", " + woven();
      case RESTORING -> rewritten();
      case UNDOING -> "withdrawn, is being undone: " + rewritten();
      case FINISHING -> "done, waiting for calls and notifications";
    };
  }

  private String rewritten() {
    return ofClasses == 0
        ? "looking for the classes"
        : number(classes) + " of " + number(ofClasses) + " classes rewritten";
  }

  private String woven() {
    return number(methods) + " methods woven";
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
