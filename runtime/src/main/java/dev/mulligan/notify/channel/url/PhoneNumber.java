package dev.mulligan.notify.channel.url;

/** Validates telephone numbers and converts them to the form of ITU-T E.164. */
public final class PhoneNumber {

  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;

  private PhoneNumber() {}

  /**
   * @param written digits with or without a plus sign; blanks and the characters {@code - . ( )}
   *     are ignored
   * @return a plus sign and the digits
   * @throws ChannelUrlException if it is not a telephone number
   */
  public static String of(String scheme, String written) {
    if (!isNumber(written)) {
      throw new ChannelUrlException(
          "the " + scheme + ":// URL has an invalid telephone number: write it as +15551234567");
    }
    return "+" + digits(written);
  }

  /** Whether the text can be a telephone number. */
  public static boolean isNumber(String written) {
    int length = digits(written).length();
    for (int i = 0; i < written.length(); i++) {
      if ("+0123456789 -.()".indexOf(written.charAt(i)) < 0) {
        return false;
      }
    }
    return length >= SHORTEST && length <= LONGEST;
  }

  private static String digits(String written) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) >= '0' && written.charAt(i) <= '9') {
        digits.append(written.charAt(i));
      }
    }
    return digits.toString();
  }
}
