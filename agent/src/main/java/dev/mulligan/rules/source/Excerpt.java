package dev.mulligan.rules.source;

import dev.mulligan.text.Texts;

/** Formats a line of a file with a caret below a given place. */
final class Excerpt {

  private static final int NUMBER_WIDTH = 7;
  private static final int LONGEST = 160;

  private Excerpt() {}

  static void append(StringBuilder out, int line, int column, String lineText) {
    int caret = lineText.offsetByCodePoints(0, codePointsBefore(lineText, column));
    int from = Math.max(0, caret - LONGEST / 2);
    int to = Math.min(lineText.length(), from + LONGEST);
    String number = Integer.toString(line);
    out.append('\n').append(" ".repeat(Math.max(0, NUMBER_WIDTH - number.length())));
    out.append(number).append(" | ").append(from > 0 ? "…" : "");
    appendVisible(out, lineText, from, to);
    out.append(to < lineText.length() ? "…" : "");
    out.append('\n').append(" ".repeat(NUMBER_WIDTH)).append(" | ").append(from > 0 ? " " : "");
    appendBlanks(out, lineText, from, caret);
    out.append('^');
  }

  private static int codePointsBefore(String lineText, int column) {
    return Math.min(column - 1, lineText.codePointCount(0, lineText.length()));
  }

  /** Appends one character for each character, so that the caret stays aligned. */
  private static void appendVisible(StringBuilder out, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      out.append(Texts.isUnclean(text, i) ? '\uFFFD' : text.charAt(i));
    }
  }

  /** Appends a blank for each character, and a tab for a tab, so that the caret stays aligned. */
  private static void appendBlanks(StringBuilder out, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Character.isLowSurrogate(c)) {
        out.append(c == '\t' ? '\t' : ' ');
      }
    }
  }
}
