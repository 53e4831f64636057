package dev.mulligan.notify;

/**
 * How bad it is. Names and colours are Apprise's (apprise/common.py, apprise/asset.py), so that
 * receivers made for it understand them.
 */
public enum Severity {
  SUCCESS("success", "#3AA337"),
  WARNING("warning", "#CACF29"),
  FAILURE("failure", "#A32037");

  private final String key;
  private final String colour;

  Severity(String key, String colour) {
    this.key = key;
    this.colour = colour;
  }

  /** As written in messages to programs. */
  public String key() {
    return key;
  }

  /** {@code #RRGGBB}. */
  public String colour() {
    return colour;
  }
}
