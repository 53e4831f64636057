package dev.mulligan.notify;

import java.util.Locale;

/** Whether what a notification reports lasts or is over, in Alertmanager's words. */
public enum AlertState {
  FIRING,
  RESOLVED;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** In lower case. */
  public String key() {
    return key;
  }
}
