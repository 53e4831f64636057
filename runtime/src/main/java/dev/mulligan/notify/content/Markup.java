package dev.mulligan.notify.content;

/** How a receiver wants text written. Made of plain text, of which nothing may take effect. */
public interface Markup {

  /** Text as it is. */
  Markup PLAIN =
      new Markup() {
        @Override
        public String escape(String plain) {
          return plain;
        }

        @Override
        public String bold(String escaped) {
          return escaped;
        }
      };

  /** Takes every effect from a text: no markup, no mention, no entity is left in it. */
  String escape(String plain);

  /**
   * @param escaped not empty, on one line
   */
  String bold(String escaped);

  /** The end of a line. */
  default String lineEnd() {
    return "\n";
  }
}
