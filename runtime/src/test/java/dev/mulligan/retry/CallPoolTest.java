package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallPoolTest {

  private static final Strategy THREE = Strategies.simple().build();

  private final EngineBench bench = new EngineBench();

  @Test
  void aCallThatIsOverServesTheNextOneWhichKnowsNothingOfIt() {
    bench.failure(THREE, Flaky.throwing(new IOException("a1"), new IOException("a2"), io("a3")));
    Operation other = EngineBench.operation("other");
    IOException last = io("b2");
    Strategy two = Strategies.simple().maxAttempts(2).build();
    bench.failure(other, two, Flaky.throwing(io("b1"), last));
    assertThat(bench.told)
        .extracting(call -> call.operation().rule(), FailedCall::attemptCount)
        .containsExactly(tuple("charge", 3), tuple("other", 2));
    assertThat(bench.told.get(1).attempts())
        .extracting(FailedAttempt::failure)
        .containsExactly("java.io.IOException: b1", "java.io.IOException: b2");
    assertThat(last.getSuppressed()).extracting(Throwable::getMessage).containsExactly("b1");
  }

  @Test
  void itKeepsNothingOfTheApplications() {
    WeakReference<Throwable> thrown = failOnce();
    for (int i = 0; i < 50 && thrown.get() != null; i++) {
      System.gc();
    }
    assertThat(thrown.get()).isNull();
  }

  private WeakReference<Throwable> failOnce() {
    bench.told.clear();
    IOException once = io("once");
    bench.failure(Strategies.simple().silent().maxAttempts(1).build(), Flaky.throwing(once));
    return new WeakReference<>(once);
  }

  @Test
  void callsOfManyThreadsDoNotGetMixedUp() throws Exception {
    RetryEngine engine = RetryEngine.inRealTime(bench.log.log(), call -> false);
    Strategy atOnce =
        Strategies.simple().silent().backoff(new Backoff.Fixed(Duration.ZERO)).build();
    engine.follow(new StormProtection(Optional.empty(), Map.of(), Set.of()));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> failures =
          IntStream.range(0, 2_000)
              .mapToObj(i -> threads.submit(() -> retries(engine, atOnce)))
              .toList();
      for (Future<Integer> each : failures) {
        assertThat(each.get()).isEqualTo(2);
      }
    } finally {
      threads.shutdownNow();
      engine.close();
    }
  }

  private static int retries(RetryEngine engine, Strategy strategy) {
    RetryCall call = engine.begin(EngineBench.operation(), strategy);
    int retries = 0;
    while (call.failed(io("down"))) {
      retries++;
    }
    return retries;
  }

  private static IOException io(String message) {
    return new IOException(message);
  }
}
