package dev.mulligan.rules.value;

import java.util.List;
import java.util.Optional;

/**
 * Recognises texts that look like a range of numbers, which a rule file writes as 500..599. It uses
 * no regular expression: the rule file is read before the application's {@code main}.
 */
public final class RangeLookalike {

  private static final List<String> SIGNS = List.of("...", "-", "–", "—", "…", ":", " to ");
  private static final List<String> HUNDREDS = List.of("xx", "XX", "**", "__");

  /** The least digits of a range's numbers: shorter ones occur in dates and times. */
  private static final int LEAST_DIGITS = 3;

  private RangeLookalike() {}

  public static boolean isRange(String text) {
    int dots = text.indexOf("..");
    return dots > 0
        && Numbers.whole(text.substring(0, dots).strip()).isPresent()
        && Numbers.whole(text.substring(dots + 2).strip()).isPresent();
  }

  /**
   * The range in the syntax of the rule file. Empty for texts such as 2024-01 and 12:30, whose
   * second number is not larger or has another number of digits.
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
