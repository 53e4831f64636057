package dev.mulligan.retry.inspect;

import dev.mulligan.text.Texts;

/** Formats an exception's class and message, even if its own methods throw. */
public final class ExceptionText {

  private static final int LONGEST = 1_000;

  private ExceptionText() {}

  public static String of(Throwable thrown) {
    try {
      return Texts.cut(String.valueOf(thrown.toString()), LONGEST);
    } catch (Throwable e) {
      return thrown.getClass().getName() + " (its toString throws " + e.getClass().getName() + ")";
    }
  }
}
