package dev.mulligan.notify;

import java.util.Locale;

/**
 * How soon somebody must react, most urgent first: PagerDuty's four severities (Events API v2).
 * Each channel maps them to its vendor's priorities.
 */
public enum Urgency {
  CRITICAL,
  ERROR,
  WARNING,
  INFO;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** Returns the name in lower case. */
  public String key() {
    return key;
  }
}
