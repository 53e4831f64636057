package dev.mulligan.notify;

import java.util.Locale;

/** Whether the reported problem continues or is over, in Alertmanager's terms. */
public enum AlertState {
  FIRING,
  RESOLVED;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** Returns the name in lower case. */
  public String key() {
    return key;
  }
}
