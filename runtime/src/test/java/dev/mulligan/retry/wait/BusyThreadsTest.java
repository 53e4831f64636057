package dev.mulligan.retry.wait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BusyThreadsTest {

  private final BusyThreads busy = new BusyThreads();

  @Test
  void knowsWhetherTheCallerIsInThere() {
    assertThat(busy.mayHoldCurrent()).isFalse();
    busy.enter();
    assertThat(busy.mayHoldCurrent()).isTrue();
    busy.leave();
    assertThat(busy.mayHoldCurrent()).isFalse();
  }

  @Test
  void whoEntersTwiceLeavesTwice() {
    busy.enter();
    busy.enter();
    busy.leave();
    assertThat(busy.mayHoldCurrent()).isTrue();
    busy.leave();
    assertThat(busy.mayHoldCurrent()).isFalse();
  }

  @Test
  void anotherThreadIsNotInThere() {
    busy.enter();
    assertThat(CompletableFuture.supplyAsync(busy::mayHoldCurrent).join()).isFalse();
  }

  @Test
  void amongMoreThreadsThanItHasRoomForNoneIsMissed() throws Exception {
    AtomicBoolean missed = new AtomicBoolean();
    Thread[] threads = new Thread[1_500];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                busy.enter();
                if (!busy.mayHoldCurrent()) {
                  missed.set(true);
                }
                busy.leave();
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(missed).isFalse();
    assertThat(busy.mayHoldCurrent()).isFalse();
  }
}
