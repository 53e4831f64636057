package dev.mulligan.notify.content;

/** Takes the effect from {@code @everyone}, {@code @here} and all other names behind an at sign. */
public final class Mentions {

  /** Seen by nobody, and no part of a name. */
  private static final String ZERO_WIDTH_SPACE = "\u200B";

  private Mentions() {}

  /** The text with a zero-width space behind each at sign that a name could follow. */
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
