package dev.mulligan.match.pattern;

/** A method pattern has a syntax error. The message names the remedy. */
public final class PatternException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int index;

  PatternException(String message, int index) {
    super(message);
    this.index = index;
  }

  /** The offset of the error in the pattern's text, from 0. */
  public int index() {
    return index;
  }
}
