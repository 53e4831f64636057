package dev.mulligan.rules.source;

import java.io.IOException;

/** Bytes that are no UTF-8. */
public final class NotUtf8Exception extends IOException {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final int index;

  /**
   * @param text with U+FFFD for what could not be read
   * @param index of the first such character
   */
  NotUtf8Exception(String message, String text, int index) {
    super(message);
    this.text = text;
    this.index = index;
  }

  public String text() {
    return text;
  }

  /** In code points. */
  public int offset() {
    return text.codePointCount(0, index);
  }
}
