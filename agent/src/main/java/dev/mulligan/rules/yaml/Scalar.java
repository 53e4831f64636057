package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.MaskedLine;
import dev.mulligan.rules.source.Place;
import dev.mulligan.text.Texts;

/**
 * A single YAML value.
 *
 * @param text with placeholders filled in; never to be shown, see {@link #shown}
 * @param written as in the file
 * @param style how it is written
 * @param origin where the text comes from
 */
public record Scalar(Place place, String text, String written, Style style, Origin origin)
    implements Node {

  private static final int LONGEST_SHOWN = 80;

  /** How a scalar is written. */
  public enum Style {
    /** Without quotes: may be a number, true, false or null. */
    PLAIN,
    /** In quotes or as a block: always a text. */
    QUOTED
  }

  /** Where a scalar's text comes from. */
  public enum Origin {
    /** The file. */
    FILE,
    /** A placeholder: it is a secret. */
    PLACEHOLDER,
    /** A placeholder that could not be filled in, which has been reported. */
    MISSING
  }

  static Scalar of(Place place, String text, Style style) {
    return new Scalar(place, text, text, style, Origin.FILE);
  }

  @Override
  public boolean isSecret() {
    return origin != Origin.FILE;
  }

  @Override
  public boolean isMissing() {
    return origin == Origin.MISSING;
  }

  /** YAML's null: nothing, {@code ~} or {@code null}, without quotes. */
  public boolean isNull() {
    return style == Style.PLAIN
        && switch (text) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }

  /** The text for messages: placeholders stay as written, URLs are masked, long ones are cut. */
  public String shown() {
    return isOneWord() ? written : shownWithCare();
  }

  /** As nearly every name is: nothing in it needs care. */
  private boolean isOneWord() {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return written.length() <= LONGEST_SHOWN;
  }

  private String shownWithCare() {
    String masked = MaskedLine.of(Texts.clean(written)).replace("\n", "\\n").replace("\t", "\\t");
    return Texts.cut(masked, LONGEST_SHOWN);
  }

  /**
   * The place of a character.
   *
   * @param index in {@link #text}
   * @return the start of the scalar when its text is not written in the file as it is
   */
  public Place placeAt(int index) {
    String line = place.lineText();
    int start = line.offsetByCodePoints(0, Math.min(place.column() - 1, line.length()));
    int quote = style == Style.QUOTED ? 1 : 0;
    int end = Math.min(index, text.length());
    return !isSecret() && line.startsWith(text.substring(0, end), start + quote)
        ? place.plus(quote + text.codePointCount(0, end))
        : place;
  }

  @Override
  public String kind() {
    if (isNull()) {
      return "nothing";
    }
    return written.isEmpty() ? "an empty text" : "'" + shown() + "'";
  }

  /** Without the text, which may be a secret. */
  @Override
  public String toString() {
    return shown();
  }
}
