package dev.mulligan.retry.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.retry.Strategies;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StrategyTest {

  @Test
  void refusesLessThanOneAttempt() {
    assertThatThrownBy(() -> Strategies.simple().maxAttempts(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxAttempts must be at least 1, was 0");
  }

  @Test
  void refusesUnlimitedAttemptsWithoutALimitOfTime() {
    assertThatThrownBy(() -> Strategies.simple().maxAttempts(Strategy.UNLIMITED).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxAttempts: unlimited needs a maxDuration");
  }

  @Test
  void takesUnlimitedAttemptsWithALimitOfTime() {
    Strategy strategy =
        Strategies.simple()
            .maxAttempts(Strategy.UNLIMITED)
            .maxDuration(Duration.ofMinutes(1))
            .build();
    assertThat(strategy.isUnlimited()).isTrue();
  }

  @Test
  void refusesAMaxDurationThatLeavesNoTime() {
    assertThatThrownBy(() -> Strategies.simple().maxDuration(Duration.ZERO).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxDuration must be more than 0");
    assertThatThrownBy(() -> Strategies.simple().maxDuration(Duration.ofSeconds(-3)).build())
        .hasMessage("maxDuration must not be negative, was -3s");
  }
}
