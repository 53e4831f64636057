package dev.mulligan.notify.content;

/** Removes the effect of {@code @everyone}, {@code @here} and all other mentions. */
public final class Mentions {

  /** Invisible, and no part of a name. */
  private static final String ZERO_WIDTH_SPACE = "\u200B";

  private Mentions() {}

  /** Inserts a zero-width space after each at sign, so that no name follows it. */
  public static String defuse(String text) {
    StringBuilder defused = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      defused.append(text.charAt(i));
      if (text.charAt(i) == '@') {
        defused.append(ZERO_WIDTH_SPACE);
      }
    }
    return defused.toString();
  }
}
