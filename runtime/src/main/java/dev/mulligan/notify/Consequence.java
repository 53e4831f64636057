package dev.mulligan.notify;

import java.util.Locale;

/** What the caller of a finally failed call got. */
public enum Consequence {
  EXCEPTION,
  /** The last attempt's result. */
  RESULT,
  FALLBACK;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** Returns the name in lower case. */
  public String key() {
    return key;
  }
}
