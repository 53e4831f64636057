package dev.mulligan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptTest {

  private static final String GATE = "dev.mulligan.gate";

  @AfterEach
  void forgetTheAgent() {
    System.clearProperty(GATE);
  }

  @Test
  void isTheFirstWithoutAnAgent() {
    assertThat(Attempt.current()).isEqualTo(new Attempt(1, Optional.empty(), Optional.empty()));
    assertThat(Attempt.current().isRetry()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.lang.NoSuchGate", "java.lang.String", "", "not a name"})
  void isTheFirstWhereTheAgentIsOneThatNobodyKnows(String gate) {
    System.setProperty(GATE, gate);
    assertThat(Attempt.current().number()).isEqualTo(1);
  }

  @Test
  void afterTheFirstIsARetry() {
    assertThat(new Attempt(2, Optional.of(new UUID(1, 2)), Optional.of("charge")).isRetry())
        .isTrue();
  }

  @Test
  void hasANumberFrom1() {
    assertThatThrownBy(() -> new Attempt(0, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an attempt's number is at least 1, was 0");
  }
}
