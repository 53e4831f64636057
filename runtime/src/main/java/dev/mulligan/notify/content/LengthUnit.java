package dev.mulligan.notify.content;

import java.nio.charset.StandardCharsets;

/** How a vendor measures the length of a text. */
public enum LengthUnit {
  /** UTF-16 units, as in Java and JavaScript. */
  UTF_16 {
    @Override
    int of(String plain, String marked) {
      return marked.length();
    }
  },
  /** Code points, as in Python and most databases. */
  CODE_POINTS {
    @Override
    int of(String plain, String marked) {
      return marked.codePointCount(0, marked.length());
    }
  },
  /** Bytes in UTF-8. */
  BYTES {
    @Override
    int of(String plain, String marked) {
      return marked.getBytes(StandardCharsets.UTF_8).length;
    }
  },
  /** UTF-16 units of the visible text, without markup and escapes, as in Telegram. */
  AFTER_PARSING {
    @Override
    int of(String plain, String marked) {
      return plain.length();
    }
  };

  abstract int of(String plain, String marked);
}
