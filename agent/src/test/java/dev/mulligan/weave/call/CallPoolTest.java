package dev.mulligan.weave.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallPoolTest {

  private final CallPool<AtomicInteger> pool = new CallPool<>();

  @Test
  void whatAThreadGaveItGetsBackOnce() {
    AtomicInteger call = new AtomicInteger();
    pool.give(call);

    assertThat(pool.take()).isSameAs(call);
    assertThat(pool.take()).isNull();
  }

  @Test
  void callsOfManyThreadsDoNotGetMixedUp() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(100); // more than there are places
    try {
      for (Future<Boolean> each :
          IntStream.range(0, 1_000).mapToObj(i -> threads.submit(this::isAlone)).toList()) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean isAlone() {
    boolean alone = true;
    for (int i = 0; i < 100; i++) {
      AtomicInteger taken = pool.take();
      AtomicInteger call = taken == null ? new AtomicInteger() : taken;
      alone &= call.incrementAndGet() == 1;
      Thread.onSpinWait();
      alone &= call.decrementAndGet() == 0;
      pool.give(call);
    }
    return alone;
  }
}
