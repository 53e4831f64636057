package dev.mulligan.notify.content;

/**
 * A markup language of a receiver. It is created from plain text, whose characters must have no
 * effect as markup.
 */
public interface Markup {

  /** No markup. */
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

  /** Escapes a text, so that it contains no markup, no mention and no entity. */
  String escape(String plain);

  /**
   * Emphasises a text.
   *
   * @param escaped not empty, on one line
   */
  String bold(String escaped);

  /** Returns a line end. */
  default String lineEnd() {
    return "\n";
  }
}
