package dev.mulligan.redact;

/**
 * Limits how often a regular expression may read the text. This ends catastrophic backtracking,
 * because the matcher reads every character through {@link #charAt}.
 */
final class StepCountingText implements CharSequence {

  private static final long STEPS_PER_CHARACTER = 100;
  private static final long STEPS_AT_LEAST = 100_000;

  private final String text;
  private long stepsLeft;

  StepCountingText(String text) {
    this.text = text;
    this.stepsLeft = STEPS_AT_LEAST + STEPS_PER_CHARACTER * text.length();
  }

  @Override
  public char charAt(int index) {
    if (--stepsLeft < 0) {
      throw new TooManySteps();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Aborts the matcher; carries no message and no stack trace. */
  static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }
}
