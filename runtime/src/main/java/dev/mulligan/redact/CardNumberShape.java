package dev.mulligan.redact;

import java.util.List;

/**
 * Payment card numbers: 13 to 19 digits with the prefix of a card scheme and a valid check digit.
 */
final class CardNumberShape extends SecretShape {

  private static final int FEWEST_DIGITS = 13;

  CardNumberShape() {
    super(List.of(), "()(?<![\\w.-])(?:[3-6]|2[2-7])(?:[ -]?[0-9]){12,18}(?![\\w-])");
  }

  @Override
  boolean isLikelyIn(String lowerCase) {
    int digits = 0;
    for (int i = 0; i < lowerCase.length() && digits < FEWEST_DIGITS; i++) {
      if (isDigit(lowerCase.charAt(i))) {
        digits++;
      }
    }
    return digits == FEWEST_DIGITS;
  }

  /** Verifies Luhn's check digit, ISO/IEC 7812-1 annex B. */
  @Override
  boolean isSecret(String found) {
    int sum = 0;
    boolean isDoubled = false;
    for (int i = found.length() - 1; i >= 0; i--) {
      if (isDigit(found.charAt(i))) {
        int value = (found.charAt(i) - '0') * (isDoubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
        isDoubled = !isDoubled;
      }
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
