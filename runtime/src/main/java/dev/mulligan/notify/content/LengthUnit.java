package dev.mulligan.notify.content;

import java.nio.charset.StandardCharsets;

/** In what a vendor counts the length of a text. */
public enum LengthUnit {
  /** As Java and JavaScript count. */
  UTF_16 {
    @Override
    int of(String plain, String marked) {
      return marked.length();
    }
  },
  /** As Python and most databases count. */
  CODE_POINTS {
    @Override
    int of(String plain, String marked) {
      return marked.codePointCount(0, marked.length());
    }
  },
  /** In UTF-8. */
  BYTES {
    @Override
    int of(String plain, String marked) {
      return marked.getBytes(StandardCharsets.UTF_8).length;
    }
  },
  /** UTF-16 units of what is read, without markup and escapes: Telegram's way. */
  AFTER_PARSING {
    @Override
    int of(String plain, String marked) {
      return plain.length();
    }
  };

  abstract int of(String plain, String marked);
}
