package dev.mulligan.it.parity;

import java.util.Optional;

/**
 * A named, justified difference between the two products' requests.
 *
 * @param field name in the request, with its number where there are several and not each is meant;
 *     a {@code *} at its end stands for any rest
 * @param side where the field is, or that it is in both with different values
 * @param ours what this product sends in it, where that is the same in each run
 */
record Difference(String field, Side side, Optional<String> ours, String why) {

  enum Side {
    /** Only this product sends it. */
    OURS,
    /** Only Apprise sends it. */
    APPRISE,
    /** Both send it, with different values. */
    BOTH
  }

  boolean covers(Deviation deviation) {
    return side == deviation.side()
        && ours.equals(ours.isEmpty() ? ours : Optional.of(deviation.ours()))
        && (isNamed(deviation.field()) || isNamed(withoutNumber(deviation.field())));
  }

  private boolean isNamed(String name) {
    return field.endsWith("*")
        ? name.startsWith(field.substring(0, field.length() - 1))
        : name.equals(field);
  }

  /** A field without the number of its request is meant in each. */
  private static String withoutNumber(String name) {
    return name.replaceFirst("^\\d+\\.", "");
  }
}
