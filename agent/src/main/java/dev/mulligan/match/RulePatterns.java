package dev.mulligan.match;

import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.pattern.MethodPattern;
import java.util.List;

/**
 * What matching needs to know of a rule.
 *
 * @param holdsMonitor whether a synchronized method may be retried while it holds its monitor
 * @param allowsReplay whether a method may be retried though a parameter can be read only once
 * @param guards some need the method to have a certain form
 */
public record RulePatterns(
    String rule,
    List<MethodPattern> match,
    List<MethodPattern> exclude,
    boolean holdsMonitor,
    boolean allowsReplay,
    GuardSettings guards) {

  /** Of a rule that only retries. */
  public RulePatterns(
      String rule,
      List<MethodPattern> match,
      List<MethodPattern> exclude,
      boolean holdsMonitor,
      boolean allowsReplay) {
    this(rule, match, exclude, holdsMonitor, allowsReplay, GuardSettings.NONE);
  }
}
