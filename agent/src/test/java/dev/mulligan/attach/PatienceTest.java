package dev.mulligan.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final List<Duration> told = new CopyOnWriteArrayList<>();
  private final Patience patience =
      new Patience(Duration.ofMillis(50), Duration.ofMillis(20), told::add);

  @Test
  void endsWithTheLimitAndTellsAboutItOnTheWay() {
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(
            () -> patience.await(() -> never.await(1, java.util.concurrent.TimeUnit.DAYS)))
        .isInstanceOf(TimeoutException.class);
    assertThat(told)
        .containsExactly(Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofMillis(50));
  }

  @Test
  void passesOnWhatTheStepGave() throws Exception {
    assertThat(patience.await(() -> "reply")).isEqualTo("reply");
  }

  @Test
  void passesOnWhatTheStepThrew() {
    assertThatThrownBy(
            () ->
                patience.await(
                    () -> {
                      throw new IOException("reset");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("reset");
  }
}
