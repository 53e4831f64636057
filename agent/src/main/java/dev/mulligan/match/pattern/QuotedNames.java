package dev.mulligan.match.pattern;

/**
 * Names between backticks, as Kotlin writes those that contain other characters than Java's. While
 * a pattern is parsed, the characters that have a meaning in patterns are replaced one by one, so
 * that places in the text stay the same.
 */
final class QuotedNames {

  private static final char QUOTE = '`';

  /** With a meaning in patterns; {@code *} keeps it. */
  private static final String SPECIAL = " .,()@+";

  /** The first of as many characters that no name contains (Unicode's private use area). */
  private static final char FIRST = '\uE000';

  /** Never in a name (JVMS 4.2.2). */
  private static final String FORBIDDEN = ".;[/<>";

  private QuotedNames() {}

  /**
   * @throws PatternException if a quotation has no end, or contains what no name may contain
   */
  static String hide(String text) throws PatternException {
    if (text.indexOf(QUOTE) < 0) {
      return text;
    }
    StringBuilder hidden = new StringBuilder(text);
    int open = text.indexOf(QUOTE);
    while (open >= 0) {
      int close = text.indexOf(QUOTE, open + 1);
      if (close < 0) {
        throw new PatternException("the closing '`' is missing", text.length());
      }
      for (int i = open + 1; i < close; i++) {
        hidden.setCharAt(i, hide(text.charAt(i), i));
      }
      open = text.indexOf(QUOTE, close + 1);
    }
    return hidden.toString();
  }

  private static char hide(char c, int at) throws PatternException {
    if (FORBIDDEN.indexOf(c) >= 0) {
      throw new PatternException("'" + c + "' is not allowed in a method name", at);
    }
    int special = SPECIAL.indexOf(c);
    return special < 0 ? c : (char) (FIRST + special);
  }

  static boolean isQuoted(String word) {
    return word.length() > 2 && word.charAt(0) == QUOTE && word.charAt(word.length() - 1) == QUOTE;
  }

  /** The name without its quotation. */
  static String show(String word) {
    StringBuilder name = new StringBuilder();
    for (int i = 1; i < word.length() - 1; i++) {
      int special = word.charAt(i) - FIRST;
      boolean isHidden = special >= 0 && special < SPECIAL.length();
      name.append(isHidden ? SPECIAL.charAt(special) : word.charAt(i));
    }
    return name.toString();
  }
}
