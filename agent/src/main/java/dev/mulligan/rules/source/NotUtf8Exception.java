package dev.mulligan.rules.source;

import java.io.IOException;

/** A file is not valid UTF-8. */
public final class NotUtf8Exception extends IOException {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final int index;

  /**
   * @param text the decoded text, with U+FFFD for invalid bytes
   * @param index of the first invalid character
   */
  NotUtf8Exception(String message, String text, int index) {
    super(message);
    this.text = text;
    this.index = index;
  }

  public String text() {
    return text;
  }

  /** The offset of the first invalid character, in code points. */
  public int offset() {
    return text.codePointCount(0, index);
  }
}
