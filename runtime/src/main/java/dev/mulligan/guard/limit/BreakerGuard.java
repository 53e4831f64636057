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

/**
 * A circuit breaker, on Failsafe's. Callers report verdicts to it; it does not evaluate exceptions
 * itself.
 */
public final class BreakerGuard implements Guard {

  private final CircuitBreaker<Object> breaker;
  private final LongAdder refused = new LongAdder();

  /**
   * @param log receives the changes of the breaker's state
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
   * Whether the breaker is certain to refuse, so that the inner guards need not spend permits. An
   * open breaker whose delay is over is about to admit a trial call and does not count.
   */
  boolean isOpen() {
    return isOpenFor(Duration.ZERO);
  }

  /** Whether calls need no permit of a limited number. */
  boolean isClosed() {
    return breaker.getState() == State.CLOSED;
  }

  boolean isOpenFor(Duration more) {
    return breaker.getState() == State.OPEN && breaker.getRemainingDelay().compareTo(more) > 0;
  }

  @Override
  public boolean tryEnter() {
    return breaker.tryAcquirePermit();
  }

  /** An open breaker has no queue, so there is nothing to wait for. */
  @Override
  public boolean enter() {
    return tryEnter();
  }

  /**
   * Records a verdict. Failsafe returns the permit of a trial call only with a success or a
   * failure, so that a trial without a verdict counts as failed; the next trial follows after the
   * delay.
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
        : "its circuit breaker is half-open and a trial call is running";
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
