package dev.mulligan.retry;

import dev.mulligan.text.Texts;

/** An exception's class and message, whatever its own methods do. */
final class ExceptionText {

  private static final int LONGEST = 1_000;

  private ExceptionText() {}

  static String of(Throwable thrown) {
    try {
      return Texts.cut(String.valueOf(thrown.toString()), LONGEST);
    } catch (Throwable e) {
      return thrown.getClass().getName() + " (its toString throws " + e.getClass().getName() + ")";
    }
  }
}
