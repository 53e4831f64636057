package dev.mulligan.retry.judge;

import dev.mulligan.log.Log;
import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.inspect.Interrupts;
import dev.mulligan.retry.inspect.NotHeldException;
import dev.mulligan.retry.strategy.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the conditions of strategies. A condition that cannot be evaluated, because a property
 * is missing or the application's code throws, does not match; this is logged once.
 */
public final class Conditions {

  private final Log log;

  public Conditions(Log log) {
    this.log = log;
  }

  public boolean retriesException(Strategy strategy, Throwable thrown) {
    return anyRetries(strategy, thrown)
        && !Interrupts.haveCaused(thrown)
        && retriesFailure(strategy, thrown);
  }

  /** Evaluates a known failure: only {@code abort-on} applies. */
  public boolean retriesFailure(Strategy strategy, Throwable thrown) {
    return !anyAborts(strategy, thrown);
  }

  /**
   * Evaluates an exception that counts as a failure only if {@code retry-on} names its exact class.
   */
  public boolean retriesByName(Strategy strategy, Throwable thrown) {
    Optional<String> name = Optional.of(thrown.getClass().getName());
    return any(strategy, strategy.retryOn(), c -> c.type().equals(name) && c.fits(thrown))
        && retriesFailure(strategy, thrown);
  }

  /** Returns the condition that makes this result a failure. */
  public Optional<ResultCondition> fitting(Strategy strategy, @Nullable Object result) {
    for (ResultCondition condition : strategy.retryOnResult()) {
      if (holds(strategy, condition, c -> c.fits(result))) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  // Hand-written loops: they run for every failed attempt, and a lambda would be allocated each
  // time.

  private boolean anyRetries(Strategy strategy, Throwable thrown) {
    List<ExceptionCondition> conditions = strategy.retryOn();
    for (int i = 0; i < conditions.size(); i++) {
      ExceptionCondition condition = conditions.get(i);
      if (condition.mayApplyTo(thrown) && fits(strategy, condition, thrown)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyAborts(Strategy strategy, Throwable thrown) {
    List<ExceptionCondition> conditions = strategy.abortOn();
    for (int i = 0; i < conditions.size(); i++) {
      if (fits(strategy, conditions.get(i), thrown)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(Strategy strategy, ExceptionCondition condition, Throwable thrown) {
    try {
      return condition.fits(thrown);
    } catch (Throwable e) {
      logFailure(strategy, e);
      return false;
    }
  }

  private <C> boolean any(Strategy strategy, List<C> conditions, Predicate<C> test) {
    for (C condition : conditions) {
      if (holds(strategy, condition, test)) {
        return true;
      }
    }
    return false;
  }

  private <C> boolean holds(Strategy strategy, C condition, Predicate<C> test) {
    try {
      return test.test(condition);
    } catch (Throwable e) {
      logFailure(strategy, e);
      return false;
    }
  }

  /**
   * @param thrown a {@link NotHeldException}, or thrown by the application's own getMessage,
   *     getCause or toString
   */
  private void logFailure(Strategy strategy, Throwable thrown) {
    String why =
        thrown instanceof NotHeldException
            ? String.valueOf(thrown.getMessage())
            : thrown.getClass().getName() + " was thrown while it was evaluated";
    log.warnOnce("A condition of strategy '" + strategy.name() + "' does not hold: " + why);
  }
}
