package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.MaskedLine;
import dev.mulligan.rules.source.Place;
import dev.mulligan.text.Texts;

/**
 * A single YAML value.
 *
 * @param text with placeholders resolved; never show it, see {@link #shown}
 * @param written the text in the file
 * @param style plain or quoted
 * @param origin the source of the text
 */
public record Scalar(Place place, String text, String written, Style style, Origin origin)
    implements Node {

  private static final int LONGEST_SHOWN = 80;

  /** How a scalar is written. */
  public enum Style {
    /** Without quotes: it may be a number, true, false or null. */
    PLAIN,
    /** In quotes or as a block: it is always a text. */
    QUOTED
  }

  /** The source of a scalar's text. */
  public enum Origin {
    /** The file. */
    FILE,
    /** A placeholder: the text is a secret. */
    PLACEHOLDER,
    /** An unresolved placeholder, which has been reported. */
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

  /** Whether it is YAML's null: empty, {@code ~} or {@code null}, without quotes. */
  public boolean isNull() {
    return style == Style.PLAIN
        && switch (text) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }

  /** The text for messages: placeholders stay as written, URLs are masked, long ones are cut. */
  public String shown() {
    return isOneWord() ? written : shownMasked();
  }

  /** Whether the text needs no masking, as nearly every name. */
  private boolean isOneWord() {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return written.length() <= LONGEST_SHOWN;
  }

  private String shownMasked() {
    String masked = MaskedLine.of(Texts.clean(written)).replace("\n", "\\n").replace("\t", "\\t");
    return Texts.cut(masked, LONGEST_SHOWN);
  }

  /**
   * The place of a character.
   *
   * @param index in {@link #text}
   * @return the start of the scalar if the file does not contain its text literally
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

  /** Shows the masked form: the text may be a secret. */
  @Override
  public String toString() {
    return shown();
  }
}
