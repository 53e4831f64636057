package dev.mulligan.retry.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParkingSleeperTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final ParkingSleeper sleeper = new ParkingSleeper();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void waitsForTheWholeTimeThoughItIsWokenBefore() throws Exception {
    Thread current = Thread.currentThread();
    LockSupport.unpark(current); // as code of the application may have done before
    long start = System.nanoTime();
    assertThat(sleeper.sleep(Duration.ofMillis(30))).isTrue();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(30_000_000);
    assertThat(sleeper.count()).isZero();
  }

  @Test
  void noTimeIsNoWaiting() throws InterruptedException {
    assertThat(sleeper.sleep(Duration.ZERO)).isTrue();
  }

  @Test
  void everybodyIsWokenAtTheEndAndNobodyWaitsAfterIt()
      throws ExecutionException, InterruptedException, TimeoutException {
    List<Future<Boolean>> sleeps = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      sleeps.add(threads.submit(() -> sleeper.sleep(LONG)));
    }
    while (sleeper.count() < sleeps.size()) {
      Thread.onSpinWait();
    }
    sleeper.endAll();
    for (Future<Boolean> sleep : sleeps) {
      assertThat(sleep.get(10, TimeUnit.SECONDS)).isFalse();
    }
    assertThat(sleeper.sleep(LONG)).isFalse();
    assertThat(sleeper.count()).isZero();
  }

  @Test
  void anInterruptEndsTheWaitingAndTakesTheFlag() throws InterruptedException {
    Future<?> sleep =
        threads.submit(
            () -> {
              assertThatThrownBy(() -> sleeper.sleep(LONG))
                  .isInstanceOf(InterruptedException.class);
              return Thread.currentThread().isInterrupted();
            });
    while (sleeper.count() == 0) {
      Thread.onSpinWait();
    }
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(sleep).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(false);
    assertThat(sleeper.count()).isZero();
  }

  @Test
  void whoseFlagIsSetAlreadyDoesNotWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> sleeper.sleep(LONG)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
