package dev.mulligan.guard.settings;

import java.util.Locale;

/** What a guard limits: each attempt, inside the retry, or each call, outside of it. */
public enum Scope {
  ATTEMPT,
  CALL;

  /** Returns the name in a rule file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
