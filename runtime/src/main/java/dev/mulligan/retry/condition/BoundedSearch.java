package dev.mulligan.retry.condition;

import dev.mulligan.retry.inspect.NotHeldException;
import java.util.regex.Pattern;

/**
 * Searches a text with a regular expression that may backtrack for ever. It aborts the search after
 * reading a million characters, which takes some ten milliseconds.
 */
final class BoundedSearch {

  private static final int MOST_READS = 1_000_000;

  /** Only the beginning of a longer text is searched. */
  private static final int LONGEST_TEXT = 100_000;

  private BoundedSearch() {}

  /**
   * @throws NotHeldException if the search was aborted
   */
  static boolean finds(Pattern pattern, CharSequence text) {
    CharSequence start = text.subSequence(0, Math.min(text.length(), LONGEST_TEXT));
    try {
      return pattern.matcher(new Counted(start)).find();
    } catch (TooManyReads | StackOverflowError e) {
      throw new NotHeldException(
          "the regular expression '" + pattern + "' back-tracks without end; simplify it");
    }
  }

  private static final class Counted implements CharSequence {

    private final CharSequence text;
    private int reads;

    Counted(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++reads > MOST_READS) {
        throw new TooManyReads();
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
      return text.toString();
    }
  }

  private static final class TooManyReads extends RuntimeException {
    TooManyReads() {
      super(null, null, false, false);
    }
  }
}
