package dev.mulligan.notify.channel.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986. Unlike the JDK's URLDecoder it keeps a plus sign. */
public final class PercentEncoding {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final int HEX = 16;

  private PercentEncoding() {}

  /**
   * @throws IllegalArgumentException if a {@code %} is not followed by two hexadecimal digits
   */
  static String decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    byte[] source = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(source.length);
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '%') {
        decoded.write(HEX * hexDigit(source, i + 1) + hexDigit(source, i + 2));
        i += 2;
      } else {
        decoded.write(source[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** Encodes everything except RFC 3986's unreserved characters, as UTF-8. */
  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(upperHex(b >> 4)).append(upperHex(b));
      }
    }
    return encoded.toString();
  }

  private static int hexDigit(byte[] source, int at) {
    int digit = at < source.length ? Character.digit(source[at], HEX) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("not percent-encoded");
    }
    return digit;
  }

  private static char upperHex(int nibble) {
    return Character.toUpperCase(Character.forDigit(nibble & 0xF, HEX));
  }
}
