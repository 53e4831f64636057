package dev.mulligan.attach.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.attach.report.ChangeReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WaitLimitTest {

  private final List<Duration> told = new CopyOnWriteArrayList<>();
  private final WaitLimit patience =
      new WaitLimit(Duration.ofMillis(500), Duration.ofMillis(200), told::add);

  @Test
  void endsWithTheLimitAndTellsAboutItOnTheWay() {
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(
            () -> patience.start().await(() -> never.await(1, java.util.concurrent.TimeUnit.DAYS)))
        .isInstanceOf(TimeoutException.class);
    assertThat(told).startsWith(Duration.ofMillis(200), Duration.ofMillis(400)).hasSize(3);
  }

  @Test
  void theLimitIsOneForAllSteps() throws Exception {
    WaitLimit.Countdown countdown = patience.start();
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () -> countdown.await(() -> never.await(1, java.util.concurrent.TimeUnit.DAYS)))
        .isInstanceOf(TimeoutException.class);

    assertThatThrownBy(() -> countdown.await(() -> "too late"))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void passesOnWhatTheStepGave() throws Exception {
    assertThat(patience.start().await(() -> "reply")).isEqualTo("reply");
  }

  @Test
  void passesOnWhatTheStepThrew() {
    assertThatThrownBy(
            () ->
                patience
                    .start()
                    .await(
                        () -> {
                          throw new IOException("reset");
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("reset");
  }

  @Test
  void theLimitBeginsAnewWithEachProgress() throws Exception {
    ChangeReport progress = new ChangeReport("reload", ChangeReport.Phase.WEAVING, 1, 2, 3, 4);
    WaitLimit.Countdown countdown = patience.start();
    for (int step = 0; step < 3; step++) {
      Thread.sleep(300);
      countdown.progressed(progress);
    }

    assertThat(countdown.await(() -> "in time")).isEqualTo("in time");
  }

  @Test
  void whatWasSpentBeforeIsPartOfTheLimit() {
    WaitLimit late =
        new WaitLimit(
            Duration.ofMillis(500), Duration.ofMillis(200), told::add, Duration.ofMillis(600));

    assertThatThrownBy(() -> late.start().await(() -> "too late"))
        .isInstanceOf(TimeoutException.class);
  }
}
