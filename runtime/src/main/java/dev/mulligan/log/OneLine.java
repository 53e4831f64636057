package dev.mulligan.log;

import dev.mulligan.text.Texts;

/**
 * Keeps a log message on one line, so that the text of an exception cannot forge other log lines.
 */
final class OneLine {

  private static final String BREAK = " | ";
  private static final int LONGEST = 10_000;

  private OneLine() {}

  /**
   * Replaces each line break, with the white space around it, by a bar, and every other character
   * that {@link Texts#clean} replaces by a dot.
   */
  static String of(String text) {
    int length = Math.min(text.length(), LONGEST);
    StringBuilder line = new StringBuilder(length);
    boolean broken = false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (isBreak(c)) {
        broken = true;
      } else if (!broken || !Character.isWhitespace(c)) {
        append(line, Texts.isUnclean(text, i) ? '.' : c, broken);
        broken = false;
      }
    }
    return length < text.length() ? line.append('…').toString() : line.toString();
  }

  private static void append(StringBuilder line, char c, boolean broken) {
    if (broken && !line.isEmpty()) {
      line.setLength(lengthWithoutTrailingSpace(line));
      line.append(BREAK);
    }
    line.append(c == '\t' ? ' ' : c);
  }

  private static int lengthWithoutTrailingSpace(StringBuilder line) {
    int end = line.length();
    while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\u000B'
        || c == '\f'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }
}
