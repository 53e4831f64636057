package dev.mulligan.rules.source;

import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly; it drops a byte order mark. */
public final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final byte[] REPLACEMENT_BYTES = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private Utf8() {}

  public static String decode(byte[] bytes) throws NotUtf8Exception {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int bad = firstUnreadable(text, bytes);
    int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    if (bad >= 0) {
      throw new NotUtf8Exception(reason(bytes), text.substring(start), bad - start);
    }
    return text.substring(start);
  }

  private static String reason(byte[] bytes) {
    boolean utf16 = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
    return utf16 ? "it is UTF-16: save it as UTF-8" : "it is not UTF-8: save it as UTF-8";
  }

  /**
   * The index of the decoder's first replacement character, unless the file itself contains that
   * character.
   */
  private static int firstUnreadable(String text, byte[] bytes) {
    int at = text.indexOf(REPLACEMENT);
    int offset = 0;
    int from = 0;
    while (at >= 0) {
      offset += text.substring(from, at).getBytes(StandardCharsets.UTF_8).length;
      if (!isWritten(bytes, offset)) {
        return at;
      }
      offset += REPLACEMENT_BYTES.length;
      from = at + 1;
      at = text.indexOf(REPLACEMENT, from);
    }
    return -1;
  }

  private static boolean isWritten(byte[] bytes, int offset) {
    for (int i = 0; i < REPLACEMENT_BYTES.length; i++) {
      if (offset + i >= bytes.length || bytes[offset + i] != REPLACEMENT_BYTES[i]) {
        return false;
      }
    }
    return true;
  }
}
