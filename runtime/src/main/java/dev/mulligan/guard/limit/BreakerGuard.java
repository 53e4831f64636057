package dev.mulligan.guard.limit;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreaker.State;
import dev.failsafe.CircuitBreakerBuilder;
import dev.mulligan.guard.settings.CircuitBreakerSettings;
import dev.mulligan.guard.settings.Window;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Failsafe's circuit breaker. It is told what counts as a failure, and judges nothing itself. */
public final class BreakerGuard implements Guard {

  private final CircuitBreaker<Object> breaker;
  private final LongAdder refused = new LongAdder();

  /**
   * @param log of the changes of its state
   */
  public BreakerGuard(CircuitBreakerSettings settings, BreakerLog log) {
    breaker =
        withWindow(CircuitBreaker.builder(), settings)
            .withDelay(settings.delay())
            .withSuccessThreshold(settings.successThreshold())
            .onOpen(event -> log.opened(settings))
            .onHalfOpen(event -> log.halfOpened())
            .onClose(event -> log.closed())
            .build();
  }

  private static CircuitBreakerBuilder<Object> withWindow(
      CircuitBreakerBuilder<Object> builder, CircuitBreakerSettings settings) {
    int rate = settings.failureRate();
    if (settings.window() instanceof Window.Time time) {
      return builder.withFailureRateThreshold(rate, time.minimumCalls(), time.length());
    }
    Window.Calls calls = (Window.Calls) settings.window();
    return builder.withFailureThreshold(calls.failures(rate), calls.count());
  }

  /**
   * Whether it is worth while to ask the guards further in: they would give permits for nothing. An
   * open one whose delay is over lets a trial call through.
   */
  boolean isOpen() {
    return isOpenFor(Duration.ZERO);
  }

  boolean isOpenFor(Duration more) {
    return breaker.getState() == State.OPEN && breaker.getRemainingDelay().compareTo(more) > 0;
  }

  @Override
  public boolean tryEnter() {
    return breaker.tryAcquirePermit();
  }

  /** Waiting would not help. */
  @Override
  public boolean enter() {
    return tryEnter();
  }

  /**
   * Failsafe takes a trial's permit back only with a success or a failure, so that a trial that
   * told nothing counts as failed: the next one is not far.
   */
  @Override
  public void leave(Verdict verdict) {
    if (verdict == Verdict.SUCCEEDED) {
      breaker.recordSuccess();
    } else if (verdict == Verdict.FAILED || breaker.getState() == State.HALF_OPEN) {
      breaker.recordFailure();
    }
  }

  @Override
  public String refuse() {
    refused.increment();
    return breaker.getState() == State.OPEN
        ? "its circuit breaker is open for another " + HumanDuration.of(breaker.getRemainingDelay())
        : "its circuit breaker is half-open and a trial call is on its way";
  }

  public GuardSnapshot.Breaker snapshot() {
    State state = breaker.getState();
    return new GuardSnapshot.Breaker(
        state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        breaker.getFailureRate(),
        state == State.OPEN ? breaker.getRemainingDelay().toMillis() : 0,
        refused.sum());
  }
}
