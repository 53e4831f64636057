package dev.mulligan.rules.value;

import java.util.Optional;

/**
 * Parses sizes of the rule file: {@code 64MB}, {@code 512KB}, {@code 1.5GB}; a KB is 1,024 bytes.
 */
public final class SizeParser {

  public static final String FORMS = "a size such as 64MB, 512KB or 1GB";

  private static final int UNIT_LENGTH = 2;
  private static final double KB = 1_024;

  private SizeParser() {}

  /** Parses a size to bytes; empty if the text is not a size. */
  public static Optional<Long> bytes(String text) {
    String stripped = text.strip();
    int end = stripped.length() - UNIT_LENGTH;
    Optional<Double> number =
        end < 1 || !Character.isDigit(stripped.charAt(0))
            ? Optional.empty()
            : Numbers.decimal(stripped.substring(0, end).strip());
    if (number.isEmpty()) {
      return Optional.empty();
    }
    return switch (stripped.substring(end)) {
      case "KB" -> Optional.of((long) (number.get() * KB));
      case "MB" -> Optional.of((long) (number.get() * KB * KB));
      case "GB" -> Optional.of((long) (number.get() * KB * KB * KB));
      default -> Optional.empty();
    };
  }
}
