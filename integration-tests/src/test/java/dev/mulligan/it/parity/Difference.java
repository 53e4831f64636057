package dev.mulligan.it.parity;

import java.util.Optional;

/**
 * A named, justified difference between the two products' requests.
 *
 * @param field name in the request; a {@code *} at its end stands for any rest
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
        && (field.endsWith("*")
            ? deviation.field().startsWith(field.substring(0, field.length() - 1))
            : deviation.field().equals(field));
  }
}
