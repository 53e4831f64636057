package dev.mulligan.guard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardSettingsTest {

  private static final Duration TOO_LONG = Duration.ofSeconds(Long.MAX_VALUE);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void refusesATimeoutThatIsNoneOrCannotBeCounted() {
    assertThatThrownBy(() -> timeout(Duration.ZERO)).hasMessage("timeout must be more than 0");
    assertThatThrownBy(() -> timeout(SECOND.negated())).hasMessageContaining("not be negative");
    assertThatThrownBy(() -> timeout(TOO_LONG)).hasMessageContaining("timeout must be at most");
  }

  @Test
  void refusesACircuitBreakerThatCannotBe() {
    assertThatThrownBy(() -> breaker(0, SECOND, 1)).hasMessageStartingWith("failureRate must be");
    assertThatThrownBy(() -> breaker(101, SECOND, 1)).hasMessageStartingWith("failureRate must be");
    assertThatThrownBy(() -> breaker(50, Duration.ZERO, 1)).hasMessageStartingWith("delay must be");
    assertThatThrownBy(() -> breaker(50, TOO_LONG, 1)).hasMessageStartingWith("delay must be");
    assertThatThrownBy(() -> breaker(50, SECOND, 0))
        .hasMessageStartingWith("successThreshold must be");
    assertThatThrownBy(() -> new Window.Calls(0)).hasMessageStartingWith("window must be");
    assertThatThrownBy(() -> new Window.Time(Duration.ofMillis(9), 1))
        .hasMessageStartingWith("window must be");
    assertThatThrownBy(() -> new Window.Time(TOO_LONG, 1)).hasMessageStartingWith("window must be");
    assertThatThrownBy(() -> new Window.Time(SECOND, 0))
        .hasMessageStartingWith("minimumCalls must be");
  }

  @Test
  void refusesARateLimitThatCannotBe() {
    assertThatThrownBy(() -> rate(0, SECOND, SECOND)).hasMessageStartingWith("permits must be");
    assertThatThrownBy(() -> rate(1, Duration.ZERO, SECOND))
        .hasMessageStartingWith("period must be");
    assertThatThrownBy(() -> rate(1, TOO_LONG, SECOND)).hasMessageStartingWith("period must be");
    assertThatThrownBy(() -> rate(1, SECOND, TOO_LONG)).hasMessageStartingWith("maxWait must be");
    assertThatThrownBy(() -> rate(1, SECOND, SECOND.negated()))
        .hasMessageStartingWith("maxWait must not be negative");
  }

  @Test
  void refusesABulkheadThatCannotBe() {
    assertThatThrownBy(() -> new BulkheadSettings(0, Duration.ZERO, Scope.ATTEMPT))
        .hasMessageStartingWith("maxConcurrency must be");
    assertThatThrownBy(() -> new BulkheadSettings(1, TOO_LONG, Scope.ATTEMPT))
        .hasMessageStartingWith("maxWait must be");
  }

  @Test
  void halfOfAnOddWindowIsRoundedUp() {
    assertThat(new Window.Calls(5).failures(50)).isEqualTo(3);
    assertThat(new Window.Calls(20).failures(50)).isEqualTo(10);
    assertThat(new Window.Calls(1).failures(1)).isEqualTo(1);
    assertThat(new Window.Calls(10_000).failures(100)).isEqualTo(10_000);
  }

  private static GuardSettings timeout(Duration limit) {
    return new GuardSettings(
        Optional.of(limit),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Fallback.None());
  }

  private static CircuitBreakerSettings breaker(int rate, Duration delay, int successes) {
    return new CircuitBreakerSettings(rate, new Window.Calls(20), delay, successes, Scope.ATTEMPT);
  }

  private static RateLimitSettings rate(int permits, Duration period, Duration maxWait) {
    return new RateLimitSettings(permits, period, maxWait, Scope.ATTEMPT);
  }
}
