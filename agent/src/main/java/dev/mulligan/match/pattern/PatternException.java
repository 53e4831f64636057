package dev.mulligan.match.pattern;

/** A method pattern that can't be understood. The message says what to write instead. */
public final class PatternException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int index;

  PatternException(String message, int index) {
    super(message);
    this.index = index;
  }

  /** Offset in the pattern's text, from 0. */
  public int index() {
    return index;
  }
}
