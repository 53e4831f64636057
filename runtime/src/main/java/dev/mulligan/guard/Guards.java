package dev.mulligan.guard;

import dev.mulligan.guard.limit.BreakerGuard;
import dev.mulligan.guard.limit.BreakerLog;
import dev.mulligan.guard.limit.BulkheadGuard;
import dev.mulligan.guard.limit.GuardGroup;
import dev.mulligan.guard.limit.GuardSnapshot;
import dev.mulligan.guard.limit.RateLimitGuard;
import dev.mulligan.guard.limit.Waiting;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.guard.settings.Scope;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The guards of one rule, shared by all its methods. */
public final class Guards {

  private final GuardSettings settings;
  private final Optional<BreakerGuard> breaker;
  private final Optional<RateLimitGuard> rateLimit;
  private final Optional<BulkheadGuard> bulkhead;
  private final GuardGroup aroundCall;
  private final GuardGroup aroundAttempt;
  private final LongAdder timeouts = new LongAdder();
  private final LongAdder fallbacks = new LongAdder();

  // No lambda: this runs before the application's main method.
  Guards(GuardSettings settings, BreakerLog log, Waiting waiting) {
    this.settings = settings;
    breaker =
        settings.circuitBreaker().isEmpty()
            ? Optional.empty()
            : Optional.of(new BreakerGuard(settings.circuitBreaker().get(), log));
    rateLimit =
        settings.rateLimit().isEmpty()
            ? Optional.empty()
            : Optional.of(new RateLimitGuard(settings.rateLimit().get(), waiting));
    bulkhead =
        settings.bulkhead().isEmpty()
            ? Optional.empty()
            : Optional.of(new BulkheadGuard(settings.bulkhead().get(), waiting));
    aroundCall = group(Scope.CALL);
    aroundAttempt = group(Scope.ATTEMPT);
  }

  /** For an operation without guards. */
  private Guards() {
    settings = GuardSettings.NONE;
    breaker = Optional.empty();
    rateLimit = Optional.empty();
    bulkhead = Optional.empty();
    aroundCall = group(Scope.CALL);
    aroundAttempt = group(Scope.ATTEMPT);
  }

  /** Returns an empty set of guards. */
  public static Guards none() {
    return new Guards();
  }

  private GuardGroup group(Scope scope) {
    boolean breaks = breaker.isPresent() && settings.circuitBreaker().get().per() == scope;
    boolean limits = rateLimit.isPresent() && settings.rateLimit().get().per() == scope;
    boolean bounds = bulkhead.isPresent() && settings.bulkhead().get().per() == scope;
    return new GuardGroup(
        breaks ? breaker : Optional.empty(),
        limits ? rateLimit : Optional.empty(),
        bounds ? bulkhead : Optional.empty());
  }

  GuardGroup aroundCall() {
    return aroundCall;
  }

  GuardGroup aroundAttempt() {
    return aroundAttempt;
  }

  /** Whether these guards can keep their state under other settings. */
  boolean serve(GuardSettings others) {
    return settings.haveSameStateAs(others);
  }

  void timedOut() {
    timeouts.increment();
  }

  void fellBack() {
    fallbacks.increment();
  }

  GuardSnapshot snapshot() {
    return new GuardSnapshot(
        breaker.map(BreakerGuard::snapshot),
        rateLimit.map(RateLimitGuard::snapshot),
        bulkhead.map(BulkheadGuard::snapshot),
        timeouts.sum(),
        fallbacks.sum());
  }
}
