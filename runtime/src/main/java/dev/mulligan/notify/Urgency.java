package dev.mulligan.notify;

import java.util.Locale;

/**
 * How soon somebody must look, most urgent first; PagerDuty's four severities (Events API v2).
 * Other vendors' priorities are made from it by each channel.
 */
public enum Urgency {
  CRITICAL,
  ERROR,
  WARNING,
  INFO;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** In lower case. */
  public String key() {
    return key;
  }
}
