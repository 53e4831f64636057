package dev.mulligan.retry.builtin;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.strategy.Strategy;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The built-in strategies that a rule file extends by name. */
public final class BuiltInStrategies {

  private static final List<ExceptionCondition> ANY_EXCEPTION =
      List.of(ExceptionCondition.ofType("java.lang.Exception"));

  private static final List<String> NAMES = List.of("api-call", "database", "webhook", "memory");

  /** Created on demand: most rule files use one or two. */
  private static final Map<String, Strategy> MADE = new ConcurrentHashMap<>();

  private BuiltInStrategies() {}

  /** Returns all names, the most used first. */
  public static List<String> names() {
    return NAMES;
  }

  /** Returns the strategy of a name; empty if it is not one of {@link #names}. */
  public static Optional<Strategy> named(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    Strategy known = MADE.get(name);
    if (known == null) {
      known = make(name);
      MADE.put(name, known);
    }
    return Optional.of(known);
  }

  /**
   * Returns {@code api-call}, {@code database}, {@code webhook} and {@code memory}, by their names.
   */
  public static Map<String, Strategy> byName() {
    Map<String, Strategy> all = new LinkedHashMap<>();
    for (String name : NAMES) {
      all.put(name, named(name).orElseThrow());
    }
    return Collections.unmodifiableMap(all);
  }

  /**
   * Returns the base of a strategy without {@code extends}: 3 attempts, exponential from 1 s ×2
   * with full jitter, at most 30 s, any Exception, notifies.
   *
   * @param name of the new strategy
   */
  public static Strategy defaults(String name) {
    return new Strategy(
        name,
        3,
        Optional.empty(),
        new Backoff.Exponential(ofSeconds(1), 2, ofSeconds(30)),
        new Jitter.Full(),
        ANY_EXCEPTION,
        List.of(),
        List.of(),
        Optional.empty(),
        notifying(true, NotificationType.TASK_FAILURE));
  }

  private static Strategy make(String name) {
    return switch (name) {
      case "api-call" -> apiCall();
      case "database" -> database();
      case "webhook" -> webhook();
      case "memory" -> memory();
      default -> throw new IllegalArgumentException("no strategy is called " + name);
    };
  }

  private static Strategy apiCall() {
    return new Strategy(
        "api-call",
        5,
        Optional.empty(),
        new Backoff.Exponential(ofSeconds(1), 2, ofSeconds(30)),
        new Jitter.Full(),
        WellKnownClients.retryOn(),
        WellKnownClients.abortOn(),
        WellKnownClients.retryOnResult(),
        Optional.of(DelaySource.RETRY_AFTER),
        notifying(true, NotificationType.TASK_FAILURE));
  }

  private static Strategy database() {
    return new Strategy(
        "database",
        3,
        Optional.empty(),
        new Backoff.Exponential(ofMillis(500), 2, ofSeconds(5)),
        new Jitter.None(),
        WellKnownDatabases.retryOn(),
        WellKnownDatabases.abortOn(),
        List.of(),
        Optional.empty(),
        notifying(false, NotificationType.TASK_FAILURE));
  }

  private static Strategy webhook() {
    Duration least = ofSeconds(1);
    return new Strategy(
        "webhook",
        5,
        Optional.of(ofMinutes(10)),
        new Backoff.RandomExponential(least, least, 2, ofMinutes(2)),
        new Jitter.None(),
        WellKnownClients.retryOn(),
        WellKnownClients.abortOn(),
        WellKnownClients.retryOnResult(),
        Optional.of(DelaySource.RETRY_AFTER),
        notifying(true, NotificationType.WEBHOOK_FAILURE));
  }

  private static Strategy memory() {
    return new Strategy(
        "memory",
        3,
        Optional.empty(),
        new Backoff.Exponential(ofSeconds(1), 2, ofSeconds(10)),
        new Jitter.None(),
        ANY_EXCEPTION,
        List.of(),
        List.of(),
        Optional.empty(),
        notifying(true, NotificationType.TASK_FAILURE));
  }

  private static OnFailure notifying(boolean notifies, NotificationType type) {
    return new OnFailure(notifies, type, Optional.empty(), TagSelection.UNTAGGED, Map.of());
  }
}
