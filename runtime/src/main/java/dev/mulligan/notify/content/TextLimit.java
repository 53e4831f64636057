package dev.mulligan.notify.content;

/**
 * The maximum length of a text at a receiver.
 *
 * @param most 1 or more
 */
public record TextLimit(int most, LengthUnit unit) {

  public static TextLimit utf16(int most) {
    return new TextLimit(most, LengthUnit.UTF_16);
  }

  public static TextLimit codePoints(int most) {
    return new TextLimit(most, LengthUnit.CODE_POINTS);
  }

  public static TextLimit bytes(int most) {
    return new TextLimit(most, LengthUnit.BYTES);
  }

  public static TextLimit afterParsing(int most) {
    return new TextLimit(most, LengthUnit.AFTER_PARSING);
  }
}
