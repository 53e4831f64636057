package dev.mulligan.rules;

import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.rules.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * One rule: which methods, and how they are retried.
 *
 * @param name unique in the rule file and its includes
 * @param match at least one; a method that one of them matches is meant
 * @param exclude a method that one of them matches is not meant after all
 * @param holdsMonitor whether a synchronized method may be retried while it holds its monitor
 * @param allowsReplay whether a method may be retried though a parameter can be read only once
 * @param outsideTransaction whether a call is retried only while no transaction is open
 * @param guards what stands around the retry
 * @param place where the rule begins
 */
public record Rule(
    String name,
    List<MethodPattern> match,
    List<MethodPattern> exclude,
    Strategy strategy,
    Mode mode,
    boolean holdsMonitor,
    boolean allowsReplay,
    boolean outsideTransaction,
    GuardSettings guards,
    Place place) {

  public Rule {
    match = List.copyOf(match);
    exclude = List.copyOf(exclude);
  }

  /** What matching needs to know. A rule that does not retry repeats nothing. */
  public RulePatterns patterns() {
    boolean replays = allowsReplay || strategy.maxAttempts() == 1;
    return new RulePatterns(name, match, exclude, holdsMonitor, replays, guardsAtWork());
  }

  /** The pack that it comes with, as {@code include} names it; empty for a rule of a file. */
  public Optional<String> pack() {
    return Packs.isIn(place) ? Optional.of(place.file()) : Optional.empty();
  }

  /** None where the rule only observes. */
  public GuardSettings guardsAtWork() {
    return mode == Mode.RETRY ? guards : GuardSettings.NONE;
  }
}
