package dev.mulligan.rules;

import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.rules.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One rule: the methods that it matches and how they are retried.
 *
 * @param name unique in the rule file and its includes
 * @param match one or more patterns; the rule matches a method that any of them matches
 * @param exclude the rule does not match a method that any of these matches
 * @param holdsMonitor whether a synchronized method may be retried while it holds its monitor
 * @param allowsReplay whether a method may be retried although a parameter can be read only once
 * @param outsideTransaction whether a call is retried only while no transaction is open
 * @param awaits whether an asynchronous method is retried because of what comes after its return
 * @param guards the guards around the retry
 * @param place where the rule begins in its file
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
    boolean awaits,
    GuardSettings guards,
    Place place) {

  public Rule {
    match = List.copyOf(match);
    exclude = List.copyOf(exclude);
  }

  /** The part of the rule that matching needs. A rule with one attempt never replays arguments. */
  public RulePatterns patterns() {
    boolean replays = allowsReplay || strategy.maxAttempts() == 1;
    return new RulePatterns(
        name,
        match,
        exclude,
        holdsMonitor,
        replays,
        awaits,
        guardsAtWork(),
        keysOnSuccess(),
        outsideTransaction);
  }

  private List<String> keysOnSuccess() {
    List<String> keys = new ArrayList<>();
    if (mode != Mode.OFF && !strategy.retryOnResult().isEmpty()) {
      keys.add(RulePatterns.RETRY_ON_RESULT);
    }
    if (timesCalls()) {
      keys.add("max-duration");
    }
    keys.addAll(guardsAtWork().keys());
    return keys;
  }

  /** Whether the start of each synchronous call is recorded, from which a max-duration counts. */
  public boolean timesCalls() {
    return mode == Mode.RETRY && strategy.maxDuration().isPresent() && !outsideTransaction;
  }

  /** The pack that contains the rule, as named in {@code include}; empty for a rule of a file. */
  public Optional<String> pack() {
    return Packs.isIn(place) ? Optional.of(place.file()) : Optional.empty();
  }

  /** The effective guards: none where the rule only observes. */
  public GuardSettings guardsAtWork() {
    return mode == Mode.RETRY ? guards : GuardSettings.NONE;
  }
}
