package dev.mulligan.notify;

import java.util.Locale;

/** What a caller got from a call that failed for good. */
public enum Consequence {
  EXCEPTION,
  /** The last attempt's. */
  RESULT,
  FALLBACK;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** In lower case. */
  public String key() {
    return key;
  }
}
