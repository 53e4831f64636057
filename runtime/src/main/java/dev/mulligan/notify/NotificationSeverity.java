package dev.mulligan.notify;

import java.util.Locale;

/**
 * The severity of a notification. Names and colours are Apprise's (apprise/common.py,
 * apprise/asset.py), so that receivers made for it understand them.
 */
public enum NotificationSeverity {
  INFO("#3AA3E3", Urgency.INFO),
  SUCCESS("#3AA337", Urgency.INFO),
  WARNING("#CACF29", Urgency.WARNING),
  FAILURE("#A32037", Urgency.CRITICAL);

  private final String key = name().toLowerCase(Locale.ROOT);
  private final String colour;
  private final Urgency urgency;

  NotificationSeverity(String colour, Urgency urgency) {
    this.colour = colour;
    this.urgency = urgency;
  }

  /** Returns the name in the rule file and in messages to programs. */
  public String key() {
    return key;
  }

  /** {@code #RRGGBB}. */
  public String colour() {
    return colour;
  }

  /** Returns the urgency if the notification's type does not decide it. */
  Urgency urgency() {
    return urgency;
  }
}
