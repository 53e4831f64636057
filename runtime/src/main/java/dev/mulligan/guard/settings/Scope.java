package dev.mulligan.guard.settings;

import java.util.Locale;

/** What a guard lets pass: each attempt, inside the retry, or each call, outside of it. */
public enum Scope {
  ATTEMPT,
  CALL;

  /** As in the rule file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
