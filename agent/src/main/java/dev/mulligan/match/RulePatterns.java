package dev.mulligan.match;

import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.pattern.MethodPattern;
import java.util.List;

/**
 * The part of a rule that matching needs.
 *
 * @param holdsMonitor whether a synchronized method may be retried while it holds its monitor
 * @param allowsReplay whether a method may be retried although a parameter can be read only once
 * @param awaits whether the future of an asynchronous method is awaited
 * @param guards the rule's guards, some of which need a certain kind of method
 */
public record RulePatterns(
    String rule,
    List<MethodPattern> match,
    List<MethodPattern> exclude,
    boolean holdsMonitor,
    boolean allowsReplay,
    boolean awaits,
    GuardSettings guards) {

  /** The patterns of a rule that awaits futures. */
  public RulePatterns(
      String rule,
      List<MethodPattern> match,
      List<MethodPattern> exclude,
      boolean holdsMonitor,
      boolean allowsReplay,
      GuardSettings guards) {
    this(rule, match, exclude, holdsMonitor, allowsReplay, true, guards);
  }

  /** The patterns of a rule without guards. */
  public RulePatterns(
      String rule,
      List<MethodPattern> match,
      List<MethodPattern> exclude,
      boolean holdsMonitor,
      boolean allowsReplay) {
    this(rule, match, exclude, holdsMonitor, allowsReplay, GuardSettings.NONE);
  }
}
