package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.wait.Sleeper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShutdownTest {

  private static final Strategy HOURS =
      Strategies.simple().backoff(new Backoff.Fixed(Duration.ofHours(5))).build();

  private final LogCapture log = new LogCapture();
  private final CountDownLatch asleep = new CountDownLatch(3);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void closingWakesEveryoneAndEachGetsItsOwnException() throws Exception {
    RetryEngine engine = engine(Sleeper.inRealTime());
    List<IOException> own = List.of(new IOException("a"), new IOException("b"), new IOException());
    List<Future<Boolean>> calls = new ArrayList<>();
    for (IOException failure : own) {
      calls.add(threads.submit(() -> fail(engine, failure)));
    }
    asleep.await();
    engine.close();
    for (Future<Boolean> call : calls) {
      assertThat(call.get(10, TimeUnit.SECONDS)).isFalse();
    }
    assertThat(counted(engine).ended(EndReason.SHUTDOWN)).isEqualTo(3);
    assertThat(counted(engine).sleeping()).isZero();
    assertThat(own).allSatisfy(failure -> assertThat(failure).hasNoSuppressedExceptions());
  }

  @Test
  void anInterruptEndsRealSleepToo() throws Exception {
    RetryEngine engine = engine(Sleeper.inRealTime());
    Thread sleeper =
        new Thread(
            () -> {
              if (!fail(engine, new IOException()) && Thread.currentThread().isInterrupted()) {
                asleep.countDown();
              }
            });
    sleeper.start();
    while (asleep.getCount() == 3) {
      Thread.onSpinWait();
    }
    sleeper.interrupt();
    sleeper.join();
    assertThat(asleep.getCount()).isEqualTo(1);
    assertThat(counted(engine).ended(EndReason.INTERRUPTED)).isEqualTo(1);
  }

  @Test
  void aClosedEngineRetriesNothing() {
    RetryEngine engine = engine(Sleeper.inRealTime());
    engine.close();
    assertThat(fail(engine, new IOException())).isFalse();
    assertThat(counted(engine).ended(EndReason.SHUTDOWN)).isEqualTo(1);
  }

  @Test
  void realSleepLastsAsLongAsAsked() throws ExecutionException, InterruptedException {
    Duration delay = Duration.ofMillis(20);
    Sleeper sleeper = Sleeper.inRealTime();
    long start = System.nanoTime();
    assertThat(sleeper.sleep(delay)).isTrue();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(delay.toNanos());
  }

  private static boolean fail(RetryEngine engine, IOException failure) {
    return EngineBench.begin(engine, EngineBench.operation(), HOURS).failed(failure);
  }

  /** Counts down as soon as a call is about to sleep. */
  private RetryEngine engine(Sleeper sleeper) {
    Sleeper counting =
        new Sleeper() {
          @Override
          public boolean sleep(Duration duration) throws InterruptedException {
            asleep.countDown();
            return sleeper.sleep(duration);
          }

          @Override
          public void endAll() {
            sleeper.endAll();
          }
        };
    return new RetryEngine(
        System::nanoTime,
        java.time.Clock.systemUTC(),
        counting,
        FixedRandom.MIDDLE,
        log.log(),
        call -> false);
  }

  private static RetryStatistics.Snapshot counted(RetryEngine engine) {
    return engine.statistics().snapshots().values().iterator().next();
  }
}
