package dev.mulligan.text;

/** Cuts and cleans texts from outside. */
public final class Texts {

  private static final char REPLACEMENT = '\uFFFD';
  private static final String ELLIPSIS = "…";

  private Texts() {}

  /**
   * Cuts a text to a number of UTF-16 units. The result includes an ellipsis if something was cut,
   * and never half of a surrogate pair.
   *
   * @param limit 1 or more
   */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - ELLIPSIS.length();
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  /**
   * Replaces by U+FFFD what must not reach a terminal, a log line or a receiver: NUL and the other
   * control characters except tab and line ends, the separators U+2028 and U+2029, lone surrogates,
   * and the characters that change the direction of writing. A terminal obeys control characters,
   * many receivers refuse a message that contains one, and a changed direction shows people a text
   * that is not there (trojansource.codes). The marks of right-to-left scripts, U+200E and U+200F,
   * stay.
   */
  public static String clean(String text) {
    int at = firstUnclean(text);
    if (at < 0) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text);
    while (at < clean.length()) {
      if (isUnclean(clean, at)) {
        clean.setCharAt(at, REPLACEMENT);
      }
      at++;
    }
    return clean.toString();
  }

  private static int firstUnclean(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnclean(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether {@link #clean} replaces the character at this place. */
  public static boolean isUnclean(CharSequence text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return isSeparatorOrTurn(c)
        || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }

  /**
   * Replaces characters that people do not see, such as a zero-width space, by their code points:
   * {@code <U+200B>}. Two names that look the same then differ.
   */
  public static String withInvisible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isInvisible(c)) {
                shown.append(String.format("<U+%04X>", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** Format characters, joiners, fillers and variation selectors. */
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || (c >= 0xFE00 && c <= 0xFE0F);
  }

  /** Line and paragraph separator; embeddings, overrides and isolates (Unicode Annex #9, §2). */
  private static boolean isSeparatorOrTurn(char c) {
    return (c >= '\u2028' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
