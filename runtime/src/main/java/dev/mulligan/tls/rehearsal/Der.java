package dev.mulligan.tls.rehearsal;

import java.io.ByteArrayOutputStream;

/**
 * The few elements of DER (ITU-T X.690) that a certificate consists of. The JDK makes certificates
 * only with its tool; a library for it would load a hundred classes for one certificate.
 */
final class Der {

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int BIT_STRING = 0x03;
  private static final int LONG_FORM = 0x80;

  private Der() {}

  static byte[] sequence(byte[]... elements) {
    return of(SEQUENCE, elements);
  }

  static byte[] set(byte[]... elements) {
    return of(SET, elements);
  }

  static byte[] bits(byte[] bytes) {
    return of(BIT_STRING, new byte[1], bytes);
  }

  /**
   * @param arcs at least two, the second below 40
   */
  static byte[] identifier(int... arcs) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(arcs[0] * 40 + arcs[1]);
    for (int i = 2; i < arcs.length; i++) {
      base128(arcs[i], content);
    }
    return of(OBJECT_IDENTIFIER, content.toByteArray());
  }

  private static void base128(int arc, ByteArrayOutputStream content) {
    for (int shift = 28; shift > 0; shift -= 7) {
      if (arc >>> shift != 0) {
        content.write(((arc >>> shift) & 0x7F) | 0x80);
      }
    }
    content.write(arc & 0x7F);
  }

  /** An element with a tag of one byte. */
  static byte[] of(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    length(content.size(), element);
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  private static void length(int length, ByteArrayOutputStream element) {
    if (length >= LONG_FORM) {
      boolean isShort = length < 0x100;
      element.write(LONG_FORM | (isShort ? 1 : 2));
      if (!isShort) {
        element.write(length >> 8);
      }
    }
    element.write(length);
  }
}
