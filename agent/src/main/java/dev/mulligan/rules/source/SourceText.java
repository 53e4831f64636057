package dev.mulligan.rules.source;

import java.io.File;

/** The text of one file, with the name that messages use for it. */
public final class SourceText {

  private final File file;
  private final String text;

  /**
   * @param file the file's name in messages; relative file names in the text are relative to it
   */
  public SourceText(File file, String text) {
    this.file = file;
    this.text = text;
  }

  public File file() {
    return file;
  }

  public String text() {
    return text;
  }

  /**
   * @param number from 1
   * @return the line without its line end; empty when there is no such line
   */
  String line(int number) {
    int start = 0;
    for (int line = 1; line < number; line++) {
      start = endOfLine(start) + 1;
    }
    return start >= text.length() ? "" : text.substring(start, endOfLine(start)).replace("\r", "");
  }

  /**
   * @param offset in code points, as counted by the YAML parser
   */
  public Place placeAt(int offset) {
    int at = text.offsetByCodePoints(0, Math.min(offset, text.codePointCount(0, text.length())));
    int line = 1;
    int start = 0;
    for (int i = 0; i < at; i++) {
      if (isLineEnd(i)) {
        line++;
        start = i + 1;
      }
    }
    return new Place(this, line, text.codePointCount(start, at) + 1);
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < text.length() && !isLineEnd(end)) {
      end++;
    }
    return end;
  }

  /** Whether the YAML parser counts this character as a line end. */
  private boolean isLineEnd(int index) {
    return switch (text.charAt(index)) {
      case '\n', '\u0085', '\u2028', '\u2029' -> true;
      case '\r' -> index + 1 == text.length() || text.charAt(index + 1) != '\n';
      default -> false;
    };
  }
}
