package dev.mulligan.rules.value;

import java.util.List;
import java.util.Optional;

/**
 * Texts by which somebody means a range of numbers; in a rule file it is written 500..599. Without
 * a regular expression: the rule file is read before the application's {@code main}.
 */
public final class RangeLookalike {

  private static final List<String> SIGNS = List.of("...", "-", "–", "—", "…", ":", " to ");
  private static final List<String> HUNDREDS = List.of("xx", "XX", "**", "__");

  /** Of the numbers in a range: of fewer are parts of dates and times. */
  private static final int LEAST_DIGITS = 3;

  private RangeLookalike() {}

  public static boolean isRange(String text) {
    int dots = text.indexOf("..");
    return dots > 0
        && Numbers.whole(text.substring(0, dots).strip()).isPresent()
        && Numbers.whole(text.substring(dots + 2).strip()).isPresent();
  }

  /**
   * The range as it is written here; empty for what may well be a text, such as 2024-01 and 12:30,
   * whose second number is not the larger one of as many digits.
   */
  public static Optional<String> meant(String text) {
    if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
      return Optional.empty();
    }
    if (HUNDREDS.contains(text.substring(1))) {
      return Optional.of(text.charAt(0) + "00.." + text.charAt(0) + "99");
    }
    for (String sign : SIGNS) {
      int at = text.indexOf(sign);
      if (at > 0) {
        return between(text.substring(0, at).strip(), text.substring(at + sign.length()).strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> between(String from, String to) {
    boolean isRange =
        from.length() >= LEAST_DIGITS
            && from.length() == to.length()
            && Numbers.whole(from).isPresent()
            && Numbers.whole(to).isPresent()
            && from.compareTo(to) < 0;
    return isRange ? Optional.of(from + ".." + to) : Optional.empty();
  }
}
