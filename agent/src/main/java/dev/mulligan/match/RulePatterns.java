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
 * @param keysOnSuccess the rule's keys for which woven code calls the agent also when a call
 *     succeeds, such as {@code max-duration}
 * @param outsideTransaction whether a call is retried only while no transaction is open
 */
public record RulePatterns(
    String rule,
    List<MethodPattern> match,
    List<MethodPattern> exclude,
    boolean holdsMonitor,
    boolean allowsReplay,
    boolean awaits,
    GuardSettings guards,
    List<String> keysOnSuccess,
    boolean outsideTransaction) {

  /** One of the keys on success; it has no effect on a method without a result. */
  public static final String RETRY_ON_RESULT = "retry-on-result";

  /** The patterns of a rule without guards. */
  public RulePatterns(
      String rule,
      List<MethodPattern> match,
      List<MethodPattern> exclude,
      boolean holdsMonitor,
      boolean allowsReplay) {
    this(
        rule,
        match,
        exclude,
        holdsMonitor,
        allowsReplay,
        true,
        GuardSettings.NONE,
        List.of(),
        false);
  }
}
