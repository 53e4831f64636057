package dev.mulligan.it.parity;

/**
 * A named, justified difference between the two products' requests.
 *
 * @param field name in the request; a {@code *} at its end stands for any rest
 * @param side where the field is, or that it is in both with different values
 */
record Difference(String field, Side side, String why) {

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
        && (field.endsWith("*")
            ? deviation.field().startsWith(field.substring(0, field.length() - 1))
            : deviation.field().equals(field));
  }
}
