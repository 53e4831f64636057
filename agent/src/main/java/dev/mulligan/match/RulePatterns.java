package dev.mulligan.match;

import java.util.List;

/**
 * What matching needs to know of a rule.
 *
 * @param holdsMonitor whether a synchronized method may be retried while it holds its monitor
 * @param allowsReplay whether a method may be retried though a parameter can be read only once
 */
public record RulePatterns(
    String rule,
    List<MethodPattern> match,
    List<MethodPattern> exclude,
    boolean holdsMonitor,
    boolean allowsReplay) {}
